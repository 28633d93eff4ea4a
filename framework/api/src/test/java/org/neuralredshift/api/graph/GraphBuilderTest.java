package org.neuralredshift.api.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.neuralredshift.api.expression.Scalar;

class GraphBuilderTest {
    private final GraphBuilder graph = new GraphBuilder();
    private final Tensor x = graph.input("x", Shape.of(4, 3));
    private final Tensor row = graph.input("row", Shape.of(3));
    private final Tensor indices = graph.input("indices", Shape.of(5));

    @Test
    void everyOperationHasItsShape() {
        assertEquals(
                Shape.of(4, 4), graph.matrixProduct(x, graph.transpose(x, 1, 0)).shape());
        assertEquals(
                Shape.of(4, 3),
                graph.map(Scalar.input(0).plus(Scalar.input(1)), x, row).shape());
        assertEquals(Shape.of(4, 1), graph.reduce(Tensor.Reduction.SUM, x, -1).shape());
        assertEquals(Shape.of(2, 4, 3), graph.expand(x, Shape.of(2, 4, 3)).shape());
        assertEquals(Shape.of(2, 6), graph.reshape(x, Shape.of(2, 6)).shape());
        assertEquals(Shape.of(3, 4), graph.transpose(x, -1, 0).shape());
        assertEquals(Shape.of(4, 2), graph.slice(x, 1, 1, 3).shape());
        assertEquals(Shape.of(4, 0), graph.slice(x, 1, 2, 2).shape());
        assertEquals(Shape.of(7, 3), graph.pad(x, 0, 1, 2).shape());
        assertEquals(Shape.of(5, 3), graph.gather(x, indices).shape());
        Tensor values = graph.input("values", Shape.of(5, 2));
        assertEquals(Shape.of(9, 2), graph.scatterAdd(values, indices, 9).shape());
    }

    @Test
    void aShapeErrorNamesTheLayerTheOperationAndTheShapes() {
        graph.scope("hidden2");
        assertError(
                "layer hidden2: matrix product of [4, 3] and [4, 3]: it takes [n, k] and [k, m]",
                () -> graph.matrixProduct(x, x));
        assertError(
                "layer hidden2: matrix product of [4, 3] and [3]: it takes [n, k] and [k, m]",
                () -> graph.matrixProduct(x, row));
        assertError(
                "layer hidden2: element-wise map: shapes [4, 3] and [5] do not broadcast: 3 against 5",
                () -> graph.map(Scalar.input(0), x, indices));
        assertError(
                "layer hidden2: element-wise map: the expression reads input 2, but there are 2 operands",
                () -> graph.map(Scalar.input(2), x, row));
        assertError("layer hidden2: axis 2 of [4, 3]", () -> graph.reduce(Tensor.Reduction.SUM, x, 2));
        assertError("layer hidden2: axis -3 of [4, 3]", () -> graph.slice(x, -3, 0, 1));
        assertError(
                "layer hidden2: expand: shapes [4, 3] and [4, 6] do not broadcast: 3 against 6",
                () -> graph.expand(x, Shape.of(4, 6)));
        assertError("layer hidden2: expand of [4, 3] to [3]", () -> graph.expand(x, Shape.of(3)));
        assertError(
                "layer hidden2: reshape of [4, 3] to [5, 2]: the number of elements differs",
                () -> graph.reshape(x, Shape.of(5, 2)));
        assertError(
                "layer hidden2: transpose of [4, 3] by [0]: each axis must stand there once",
                () -> graph.transpose(x, 0));
        assertError(
                "layer hidden2: transpose of [4, 3] by [1, 1]: each axis must stand there once",
                () -> graph.transpose(x, 1, 1));
        assertError(
                "layer hidden2: transpose of [4, 3] by [0, 1, 0]: each axis must stand there once",
                () -> graph.transpose(x, 0, 1, 0));
        assertError("layer hidden2: slice [2, 4) of axis 1 of [4, 3]", () -> graph.slice(x, 1, 2, 4));
        assertError("layer hidden2: slice [2, 1) of axis 1 of [4, 3]", () -> graph.slice(x, 1, 2, 1));
        assertError("layer hidden2: slice [-1, 1) of axis 1 of [4, 3]", () -> graph.slice(x, 1, -1, 1));
        assertError("layer hidden2: pad by -1 and 0: neither can be negative", () -> graph.pad(x, 0, -1, 0));
        assertError(
                "layer hidden2: gather from [3] at [5]: it takes [rows, width] and [n]",
                () -> graph.gather(row, indices));
        assertError(
                "layer hidden2: scatter of [4, 3] at [5]: it takes [n, width] and [n]",
                () -> graph.scatterAdd(x, indices, 9));
    }

    private static void assertError(String message, Executable action) {
        assertEquals(message, assertThrows(ShapeException.class, action).getMessage());
    }

    @Test
    void rejectsATensorOfAnotherGraph() {
        Tensor stranger = new GraphBuilder().input("x", Shape.of(4, 3));
        assertError("the tensor Input [4, 3] comes from another graph", () -> graph.map(Scalar.input(0), stranger));
        assertError("the tensor Input [4, 3] comes from another graph", () -> graph.output("f", stranger));
    }

    @Test
    void namesAreUnique() {
        graph.scope("hidden1");
        graph.weight("w", Shape.of(2), 1, 1, Tensor.Role.WEIGHT);
        assertError(
                "layer hidden1: the name hidden1.w is taken",
                () -> graph.weight("w", Shape.of(2), 1, 1, Tensor.Role.WEIGHT));
        assertError("layer hidden1: the name x is taken", () -> graph.input("x", Shape.SCALAR));
        graph.output("f", x);
        assertError("layer hidden1: a second output f", () -> graph.output("f", row));
    }

    @Test
    void weightsAreNumberedInTheOrderOfDeclaration() {
        graph.scope("a");
        graph.weight("w", Shape.of(2), 1, 1, Tensor.Role.WEIGHT);
        graph.scope("b");
        graph.weight("w", Shape.of(3), 1, 1, Tensor.Role.BIAS);
        List<Tensor.Weight> weights = graph.build().weights();
        assertEquals(
                List.of("a.w", "b.w"), weights.stream().map(Tensor.Weight::name).toList());
        assertEquals(List.of(0, 1), weights.stream().map(Tensor.Weight::ordinal).toList());
    }

    @Test
    void oneNameIsOneNetworkScalar() {
        assertSame(graph.networkScalar("prefactor"), graph.networkScalar("prefactor"));
        assertEquals(1, graph.build().networkScalars().size());
    }

    @Test
    void whatDependsOnAWeightOrANetworkScalarIsPerNetwork() {
        Tensor weight = graph.weight("w", Shape.of(3), 1, 1, Tensor.Role.WEIGHT);
        Scalar product = Scalar.input(0).times(Scalar.input(1));
        assertFalse(graph.map(product, x, row).perNetwork());
        assertTrue(graph.map(product, x, weight).perNetwork());
        assertTrue(graph.reduce(Tensor.Reduction.SUM, graph.map(product, x, graph.networkScalar("a")), 0)
                .perNetwork());
    }

    @Test
    void theProgramListsOperandsBeforeTheirUses() {
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, graph.map(Scalar.input(0), x), 0);
        Graph program = graph.output("f", sum).build();
        for (Tensor tensor : program.tensors()) {
            int position = program.tensors().indexOf(tensor);
            tensor.operands().forEach(operand -> assertTrue(program.tensors().indexOf(operand) < position));
        }
        assertSame(sum, program.outputs().get("f"));
        assertEquals(3, program.inputs().size());
    }

    @Test
    void aConstantKeepsItsNumbersAndIsShared() {
        double[] values = {1, 2, 3, 4};
        Tensor.Constant constant = (Tensor.Constant) graph.constant(Shape.of(2, 2), values);
        values[0] = 9;
        constant.values()[1] = 9;
        assertArrayEquals(new double[] {1, 2, 3, 4}, constant.values());
        assertFalse(constant.perNetwork());
        assertError("constant of shape [2, 3] from 4 numbers", () -> graph.constant(Shape.of(2, 3), values));
    }

    @Test
    void whatWouldBeStretchedIsRefusedWhereItMustNotBe() {
        graph.scope("hidden2").part("residual");
        Tensor narrow = graph.input("narrow", Shape.of(4, 1));
        assertError(
                "layer hidden2/residual: sum: shapes [4, 3] and [4, 1] differ",
                () -> graph.requireSameShape("sum", x, narrow));
    }

    @Test
    @Timeout(10)
    void tellsInLinearTimeWhetherADeepGraphDependsOnTheNetwork() {
        GraphBuilder graph = new GraphBuilder();
        Tensor sum = graph.input("x", Shape.of(2));
        for (int i = 0; i < 100; i++) {
            sum = graph.map(Scalar.input(0).plus(Scalar.input(1)), sum, sum);
        }
        assertFalse(sum.perNetwork());
    }
}
