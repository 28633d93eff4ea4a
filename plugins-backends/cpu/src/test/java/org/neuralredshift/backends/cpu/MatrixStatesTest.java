package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** States change all at once, wherever their new values are computed. */
class MatrixStatesTest {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private final Backend backend = new CpuBackend(Lanes.FLOATS.length(), 0);

    @Test
    void statesThatReadEachOtherChangeAtOnce() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.SCALAR);
        Tensor.State b = graph.state("b", Shape.SCALAR);
        graph.update(a, b).update(b, graph.map(A.plus(B), a, b)).output("f", a);
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(2)) {
            float[] before = new float[2];
            session.write("b", floats(1, 10));
            Bindings bindings = new Bindings().networks(2).output("f", MemorySegment.ofArray(before));
            session.run(bindings.steps(5));
            assertArrayEquals(new float[] {3, 30}, before); // Fibonacci's numbers
            session.run(bindings.steps(1));
            assertArrayEquals(new float[] {5, 50}, before);
            assertArrayEquals(new float[] {8, 80}, read(session, "a", 2));
        }
    }

    @Test
    void statesAreExchanged() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.of(3));
        Tensor.State b = graph.state("b", Shape.of(3));
        graph.update(a, b).update(b, a);
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(1)) {
            session.write("a", floats(1, 2, 3));
            session.write("b", floats(4, 5, 6));
            session.run(new Bindings().steps(3));
            assertArrayEquals(new float[] {4, 5, 6}, read(session, "a", 3));
            assertArrayEquals(new float[] {1, 2, 3}, read(session, "b", 3));
        }
    }

    @Test
    void aStateMayReadItselfRearranged() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.of(2, 2));
        Tensor firstRow = graph.slice(a, 0, 0, 1);
        Tensor sum = graph.map(A.plus(B), graph.transpose(a, 1, 0), firstRow);
        graph.update(a, sum).output("f", graph.transpose(a, 1, 0));
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(1)) {
            float[] before = new float[4];
            session.write("a", floats(1, 2, 3, 4));
            session.run(new Bindings().output("f", MemorySegment.ofArray(before)));
            assertArrayEquals(new float[] {1, 3, 2, 4}, before);
            assertArrayEquals(new float[] {2, 5, 3, 6}, read(session, "a", 4));
        }
    }

    /** The second value reads the first one, new, and both states, old. */
    @Test
    void aNewValueMayBeReadBesideTheOldOne() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.of(2, 3));
        Tensor.State b = graph.state("b", Shape.of(2, 3));
        Tensor next = graph.map(A.times(2), a);
        Tensor rows = graph.reduce(Tensor.Reduction.SUM, next, 1);
        graph.update(a, next);
        graph.update(b, graph.map(A.plus(B).plus(Scalar.input(2)), a, b, rows));
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(1)) {
            session.write("a", floats(1, 2, 3, 4, 5, 6));
            session.write("b", floats(10, 20, 30, 40, 50, 60));
            session.run(new Bindings());
            assertArrayEquals(new float[] {2, 4, 6, 8, 10, 12}, read(session, "a", 6));
            assertArrayEquals(new float[] {23, 34, 45, 74, 85, 96}, read(session, "b", 6));
        }
    }

    @Test
    void anUpdateThatIsTheSameForAllStepsAndNetworksIsTaken() {
        GraphBuilder graph = new GraphBuilder();
        Tensor x = graph.input("x", Shape.of(2));
        Tensor.State a = graph.state("a", Shape.of(2));
        Tensor.State b = graph.state("b", Shape.of(2));
        Tensor twice = graph.map(A.times(2), x);
        graph.update(a, twice).update(b, twice).output("f", graph.map(A.plus(B), a, twice));
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(2)) {
            float[] sum = new float[4];
            Bindings bindings = new Bindings().networks(2).input("x", floats(1, 2));
            session.run(bindings.output("f", MemorySegment.ofArray(sum)));
            assertArrayEquals(new float[] {2, 4, 2, 4}, sum);
            assertArrayEquals(new float[] {2, 4, 2, 4}, read(session, "b", 4));
            session.run(bindings);
            assertArrayEquals(new float[] {4, 8, 4, 8}, sum);
        }
    }

    @Test
    void aNetworkThatIsNotInARunKeepsItsStates() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.of(1, 17));
        graph.update(a, graph.map(A.plus(1), a));
        try (Executable program = backend.compile(graph.build());
                Session session = program.open(2)) {
            session.run(new Bindings().steps(3));
            float[] values = read(session, "a", 34);
            assertEquals(3, values[16]);
            assertEquals(0, values[17]);
        }
    }

    /** A batch: rows of a shared table at a state's indices, from a cursor on. */
    private static Graph batches() {
        GraphBuilder graph = new GraphBuilder();
        Tensor table = graph.input("table", Shape.of(5, 3));
        Tensor.State order = graph.state("order", Shape.of(4));
        Tensor.State cursor = graph.state("cursor", Shape.SCALAR);
        Tensor places = graph.map(A.plus(B), graph.constant(Shape.of(2), 0, 1), cursor);
        Tensor numbers = graph.reshape(graph.gather(graph.reshape(order, Shape.of(4, 1)), places), Shape.of(2));
        graph.output("f", graph.gather(table, numbers));
        return graph.update(cursor, graph.map(A.plus(2), cursor)).build();
    }

    @Test
    void aBatchIsGatheredAtACursor() {
        try (Executable program = backend.compile(batches());
                Session session = program.open(1)) {
            float[] rows = new float[6];
            session.write("order", floats(4, 0, 2, 1));
            Bindings bindings = new Bindings()
                    .input("table", floats(0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 41, 42))
                    .output("f", MemorySegment.ofArray(rows));
            session.run(bindings);
            assertArrayEquals(new float[] {40, 41, 42, 0, 1, 2}, rows);
            session.run(bindings);
            assertArrayEquals(new float[] {20, 21, 22, 10, 11, 12}, rows);
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> session.run(bindings));
            assertEquals(
                    "index 4.0 at 0 is no row of a table of 4 rows: it takes whole numbers from 0 on", e.getMessage());
            assertArrayEquals(new float[] {4}, read(session, "cursor", 1));
            session.write("cursor", floats(0));
            session.run(bindings);
            assertArrayEquals(new float[] {40, 41, 42, 0, 1, 2}, rows);
        }
    }

    private static MemorySegment floats(float... values) {
        return MemorySegment.ofArray(values);
    }

    private static float[] read(Session session, String state, int count) {
        float[] values = new float[count];
        session.read(state, MemorySegment.ofArray(values));
        return values;
    }
}
