package org.neuralredshift.backends.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Every operation on small arrays, results worked by hand. */
class OperationsTest {
    private final GraphBuilder graph = new GraphBuilder();
    private final Bindings bindings = new Bindings();

    private Tensor input(Shape shape, float... values) {
        String name = "input" + graph.build().inputs().size();
        bindings.input(name, Floats.of(values));
        return graph.input(name, shape);
    }

    private float[] run(Tensor result) {
        MemorySegment out = Floats.zeros((int) result.shape().size());
        bindings.output("result", out);
        try (Executable program = new ReferenceBackend()
                        .compile(graph.output("result", result).build());
                Session session = program.open(1)) {
            session.run(bindings);
        }
        return Floats.read(out);
    }

    private static void assertResult(float[] actual, float... expected) {
        assertArrayEquals(expected, actual);
    }

    @Test
    void matrixProduct() {
        Tensor a = input(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Tensor b = input(Shape.of(3, 2), 7, 8, 9, 10, 11, 12);
        assertResult(run(graph.matrixProduct(a, b)), 58, 64, 139, 154);
    }

    @Test
    void matrixProductOverNothingIsZero() {
        Tensor a = input(Shape.of(2, 0));
        Tensor b = input(Shape.of(0, 2));
        assertResult(run(graph.matrixProduct(a, b)), 0, 0, 0, 0);
    }

    @Test
    void mapBroadcastsRowsColumnsAndNumbers() {
        Tensor matrix = input(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Tensor row = input(Shape.of(3), 10, 20, 30);
        Tensor column = input(Shape.of(2, 1), 100, 200);
        Tensor number = input(Shape.SCALAR, 1000);
        Scalar sum = Scalar.input(0).plus(Scalar.input(1)).plus(Scalar.input(2)).plus(Scalar.input(3));
        assertResult(run(graph.map(sum, matrix, row, column, number)), 1111, 1122, 1133, 1214, 1225, 1236);
    }

    @Test
    void mapOfARowAndAColumnIsATable() {
        Tensor column = input(Shape.of(2, 1), 5, 7);
        Tensor row = input(Shape.of(3), 1, 2, 3);
        Scalar difference = Scalar.input(0).minus(Scalar.input(1));
        assertResult(run(graph.map(difference, column, row)), 4, 3, 2, 6, 5, 4);
    }

    @Test
    void sumOverEachAxis() {
        float[] cube = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        Tensor x = input(Shape.of(2, 3, 2), cube);
        Tensor first = graph.reduce(Tensor.Reduction.SUM, x, 0);
        Tensor middle = graph.reduce(Tensor.Reduction.SUM, x, 1);
        Tensor last = graph.reduce(Tensor.Reduction.SUM, x, 2);
        Tensor flat = graph.reshape(middle, Shape.of(4));
        assertEquals(Shape.of(1, 3, 2), first.shape());
        graph.output("first", first).output("last", last);
        MemorySegment firstOut = Floats.zeros(6);
        MemorySegment lastOut = Floats.zeros(6);
        bindings.output("first", firstOut).output("last", lastOut);
        assertResult(run(flat), 9, 12, 27, 30);
        assertResult(Floats.read(firstOut), 8, 10, 12, 14, 16, 18);
        assertResult(Floats.read(lastOut), 3, 7, 11, 15, 19, 23);
    }

    @Test
    void maximumOverAnAxisKeepsNaN() {
        Tensor x = input(Shape.of(3, 2), -5, -1, Float.NaN, 3, 2, 7);
        assertResult(run(graph.reduce(Tensor.Reduction.MAXIMUM, x, 1)), -1, Float.NaN, 7);
    }

    @Test
    void expandStretchesAndAddsAxes() {
        Tensor x = input(Shape.of(2, 1), 3, 4);
        assertResult(run(graph.expand(x, Shape.of(2, 2, 3))), 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4);
    }

    @Test
    void reshapeKeepsTheOrder() {
        Tensor x = input(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Tensor tall = graph.reshape(x, Shape.of(3, 2));
        assertResult(run(graph.transpose(tall, 1, 0)), 1, 3, 5, 2, 4, 6);
    }

    @Test
    void transposeOfThreeAxes() {
        Tensor x = input(Shape.of(2, 3, 1), 1, 2, 3, 4, 5, 6);
        Tensor turned = graph.transpose(x, 2, 1, 0);
        assertEquals(Shape.of(1, 3, 2), turned.shape());
        assertResult(run(turned), 1, 4, 2, 5, 3, 6);
    }

    @Test
    void transposeByACycleOfAxes() {
        Tensor x = input(Shape.of(2, 3, 2), 0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121);
        assertResult(run(graph.transpose(x, 1, 2, 0)), 0, 100, 1, 101, 10, 110, 11, 111, 20, 120, 21, 121);
    }

    @Test
    void sliceOfRowsAndOfColumns() {
        Tensor x = input(Shape.of(3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Tensor rows = graph.slice(x, 0, 1, 3);
        assertResult(run(graph.slice(rows, 1, 0, 2)), 4, 5, 7, 8);
    }

    @Test
    void padOfRowsAndOfColumns() {
        Tensor x = input(Shape.of(1, 2), 1, 2);
        Tensor rows = graph.pad(x, 0, 1, 0);
        assertResult(run(graph.pad(rows, 1, 1, 2)), 0, 0, 0, 0, 0, 0, 1, 2, 0, 0);
    }

    @Test
    void gatherReadsRowsMoreThanOnce() {
        Tensor table = input(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Tensor indices = input(Shape.of(4), 2, 0, 2, 1);
        assertResult(run(graph.gather(table, indices)), 5, 6, 1, 2, 5, 6, 3, 4);
    }

    @Test
    void scatterAddAddsRowsThatMeet() {
        Tensor values = input(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Tensor indices = input(Shape.of(3), 2, 0, 2);
        assertResult(run(graph.scatterAdd(values, indices, 4)), 3, 4, 0, 0, 6, 8, 0, 0);
    }

    @Test
    void anIndexThatIsNoRowIsNamedWithItsPlace() {
        Tensor table = input(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Tensor indices = input(Shape.of(2), 1, 3);
        Tensor gathered = graph.gather(table, indices);
        String message = assertThrows(IllegalArgumentException.class, () -> run(gathered))
                .getMessage();
        assertEquals(
                "gather: index 3.0 at position 1 is no row of the table [3, 2],"
                        + " it must be a whole number below 3, not negative",
                message);
    }

    @Test
    void anIndexThatIsNoWholeNumberOrNegativeIsRejected() {
        for (float index : new float[] {-1, 0.5f, Float.NaN}) {
            OperationsTest fresh = new OperationsTest();
            Tensor values = fresh.input(Shape.of(1, 1), 4);
            Tensor indices = fresh.input(Shape.of(1), index);
            Tensor scattered = fresh.graph.scatterAdd(values, indices, 2);
            assertThrows(IllegalArgumentException.class, () -> fresh.run(scattered));
        }
    }

    @Test
    void computesInFloat64() {
        Tensor x = input(Shape.of(3), 16_777_216, 1, -16_777_216);
        assertResult(run(graph.reduce(Tensor.Reduction.SUM, x, 0)), 1);
    }
}
