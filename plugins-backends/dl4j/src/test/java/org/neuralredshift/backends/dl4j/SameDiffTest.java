package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.backends.reference.ReferenceBackend;

/** Our gradients beside those of SameDiff, ND4J's own differentiation: of a perceptron with two hidden layers. */
class SameDiffTest {
    private static final int POINTS = 11;
    private static final int[] WIDTHS = {2, 7, 5, 1};
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    enum Activation {
        TANH(Scalar::tanh),
        SIGMOID(Scalar::sigmoid),
        RELU(x -> x.max(Scalar.of(0)));

        private final UnaryOperator<Scalar> expression;

        Activation(UnaryOperator<Scalar> expression) {
            this.expression = expression;
        }

        SDVariable of(SameDiff program, SDVariable z) {
            return switch (this) {
                case TANH -> program.math().tanh(z);
                case SIGMOID -> program.nn().sigmoid(z);
                case RELU -> program.nn().relu(z, 0);
            };
        }
    }

    private final float[] inputs = numbers(POINTS * WIDTHS[0], 100);
    private final float[] labels = numbers(POINTS, 101);
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> weights = new LinkedHashMap<>();

    SameDiffTest() {
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            shapes.put("w" + layer, Shape.of(WIDTHS[layer], WIDTHS[layer - 1]));
            shapes.put("b" + layer, Shape.of(WIDTHS[layer]));
        }
        shapes.forEach((name, shape) -> weights.put(name, numbers((int) shape.size(), weights.size())));
    }

    private static float[] numbers(int count, int ordinal) {
        RandomStream stream = new RandomStream().reset(3, 1, ordinal, 0);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) stream.nextNormal();
        }
        return numbers;
    }

    /** The mean squared error, differentiated by SameDiff. */
    private Map<String, INDArray> theirs(Activation activation) {
        SameDiff program = SameDiff.create();
        SDVariable value = program.constant("x", Nd4j.createFromArray(inputs).reshape(POINTS, WIDTHS[0]));
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            INDArray w = Nd4j.createFromArray(weights.get("w" + layer)).reshape(WIDTHS[layer], WIDTHS[layer - 1]);
            SDVariable weight = program.var("w" + layer, w);
            SDVariable bias = program.var("b" + layer, Nd4j.createFromArray(weights.get("b" + layer)));
            SDVariable z = program.mmul(value, weight, false, true, false).add(bias);
            value = layer + 1 < WIDTHS.length ? activation.of(program, z) : z;
        }
        SDVariable error =
                value.sub(program.constant("y", Nd4j.createFromArray(labels).reshape(POINTS, 1)));
        error.mul(error).mean("loss");
        program.setLossVariables("loss");
        return program.calculateGradients(Map.of(), shapes.keySet());
    }

    private Graph graph(Activation activation) {
        GraphBuilder graph = new GraphBuilder();
        Tensor value = graph.input("x", Shape.of(POINTS, WIDTHS[0]));
        List<Tensor> with = new ArrayList<>();
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            Tensor weight = graph.weight("w" + layer, shapes.get("w" + layer), 1, 1, Tensor.Role.WEIGHT);
            Tensor bias = graph.weight("b" + layer, shapes.get("b" + layer), 1, 1, Tensor.Role.BIAS);
            with.add(weight);
            with.add(bias);
            Tensor z = graph.map(A.plus(B), graph.matrixProduct(value, graph.transpose(weight, 1, 0)), bias);
            value = layer + 1 < WIDTHS.length ? graph.map(activation.expression.apply(A), z) : z;
        }
        Tensor squares = graph.map(A.minus(B).squared(), value, graph.input("y", Shape.of(POINTS, 1)));
        Tensor loss = graph.map(A.times(1.0 / POINTS), graph.reduce(Tensor.Reduction.SUM, squares, 0));
        List<Tensor> gradients = Gradient.of(graph, loss, with);
        int number = 0;
        for (String name : shapes.keySet()) {
            graph.output(name, gradients.get(number++));
        }
        return graph.build();
    }

    private Map<String, float[]> ours(Backend backend, Activation activation) {
        Map<String, MemorySegment> given = new LinkedHashMap<>();
        weights.forEach((name, values) -> given.put(name, MemorySegment.ofArray(values)));
        Bindings bindings = new Bindings()
                .input("x", MemorySegment.ofArray(inputs))
                .input("y", MemorySegment.ofArray(labels))
                .weights(new Weights.Given(given));
        Map<String, float[]> found = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> found.put(name, new float[(int) shape.size()]));
        found.forEach((name, values) -> bindings.output(name, MemorySegment.ofArray(values)));
        try (Executable program = backend.compile(graph(activation));
                Session session = program.open(1)) {
            session.run(bindings);
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void oursAreThoseOfSameDiff(Activation activation) {
        Map<String, float[]> onNd4j = ours(new Dl4jBackend(), activation);
        Map<String, float[]> defined = ours(new ReferenceBackend(), activation);
        Map<String, INDArray> expected = theirs(activation);
        for (String name : shapes.keySet()) {
            float[] right = expected.get(name).dup('c').data().asFloat();
            double size = 0;
            for (int i = 0; i < right.length; i++) {
                assertEquals(right[i], defined.get(name)[i], 2e-6 * Math.max(1, Math.abs(right[i])), name);
                assertEquals(right[i], onNd4j.get(name)[i], 2e-6 * Math.max(1, Math.abs(right[i])), name);
                size += Math.abs(right[i]);
            }
            assertTrue(size > 1e-3, name + ": a gradient of zeros says nothing");
        }
    }
}
