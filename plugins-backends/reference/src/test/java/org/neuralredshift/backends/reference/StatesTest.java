package org.neuralredshift.backends.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

class StatesTest {
    /** a, b become b, a + b: Fibonacci's numbers, but only if both change at once. The output is a before the step. */
    private static Graph fibonacci() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.SCALAR);
        Tensor.State b = graph.state("b", Shape.SCALAR);
        Tensor sum = graph.map(Scalar.input(0).plus(Scalar.input(1)), a, b);
        return graph.update(a, b).update(b, sum).output("before", a).build();
    }

    @Test
    void statesChangeAtOnceAndStayFromRunToRun() {
        try (Arena arena = Arena.ofConfined();
                Executable program = new ReferenceBackend().compile(fibonacci());
                Session session = program.open(2)) {
            MemorySegment before = arena.allocate(ValueLayout.JAVA_FLOAT, 2);
            session.write("b", arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 10));
            Bindings bindings = new Bindings().networks(2).output("before", before);
            session.run(bindings.steps(5));
            assertArrayEquals(new float[] {3, 30}, before.toArray(ValueLayout.JAVA_FLOAT));
            session.run(bindings.steps(1));
            assertArrayEquals(new float[] {5, 50}, before.toArray(ValueLayout.JAVA_FLOAT));
            session.read("a", before);
            assertArrayEquals(new float[] {8, 80}, before.toArray(ValueLayout.JAVA_FLOAT));
        }
    }

    @Test
    void aNetworkThatIsNotInARunKeepsItsStates() {
        try (Arena arena = Arena.ofConfined();
                Executable program = new ReferenceBackend().compile(fibonacci());
                Session session = program.open(2)) {
            MemorySegment values = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 7);
            session.write("b", values);
            session.run(new Bindings().networks(1).steps(3).output("before", values));
            session.read("b", values);
            assertArrayEquals(new float[] {3, 7}, values.toArray(ValueLayout.JAVA_FLOAT));
        }
    }

    @Test
    void wrongNamesAndSizesAreRefused() {
        try (Arena arena = Arena.ofConfined();
                Executable program = new ReferenceBackend().compile(fibonacci());
                Session session = program.open(2)) {
            MemorySegment three = arena.allocate(ValueLayout.JAVA_FLOAT, 3);
            String size = assertThrows(IllegalArgumentException.class, () -> session.write("a", three))
                    .getMessage();
            assertEquals("state a: 12 bytes, but float32 [] takes 4 for each of 1 to 2 networks", size);
            String name = assertThrows(IllegalArgumentException.class, () -> session.read("c", three))
                    .getMessage();
            assertEquals("the program has no state c", name);
            Bindings none = new Bindings().steps(0).output("before", three);
            assertEquals(
                    "a run of 0 steps: it takes at least 1",
                    assertThrows(IllegalArgumentException.class, () -> session.run(none))
                            .getMessage());
        }
    }
}
