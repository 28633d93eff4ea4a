package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/** Gradients and optimisers as the API builds them, on matrices. */
class MatrixTrainerTest {
    private static final int ROWS = 45;

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);

    private static Optimiser optimiser(String name) {
        return switch (name) {
            case "sgd" -> new Optimiser.Sgd(0);
            case "momentum" -> new Optimiser.Sgd(0.9);
            case "adam" -> Optimiser.ADAM;
            default -> Optimiser.ADAMW;
        };
    }

    @ParameterizedTest
    @CsvSource({"sgd, tanh, 0", "momentum, gaussian, 16", "adam, swish, 0", "adam, sigmoid, 7", "adamw, relu, 16"})
    void aHundredStepsStayCloseToTheReference(String optimiser, String activation, int batch) {
        Architecture architecture = Networks.architecture(activation, 2, 21);
        Training training =
                new Training(architecture, Loss.LOGISTIC, optimiser(optimiser), Schedule.CONSTANT, batch, 0);
        float[] expected = train(Networks.reference(), training, 3, 100);
        float[] found = train(vectors, training, 3, 100);
        assertArrayEquals(expected, found, 2e-4f);
        assertTrue(Arrays.equals(found, train(vectors, training, 3, 1, 60, 39)), "in three calls");
        assertArrayEquals(found, train(new CpuBackend(1, 0), training, 3, 100), "without vectors");
        float[] first = train(vectors, training, 1, 100);
        assertEquals(found[0], first[0], "the loss of the first network alone");
    }

    @Test
    void aNetworkThatDivergesLeavesItsNeighboursAlone() {
        Architecture architecture = Networks.architecture("relu", 2, 8);
        Training training =
                new Training(architecture, Loss.SQUARED_ERROR, new Optimiser.Sgd(0), Schedule.CONSTANT, 0, 0);
        try (Trainer trainer = trainer(vectors, training, 2)) {
            trainer.start(start(2, 0.01f, 1e20f));
            trainer.advance(50);
            assertEquals(0, trainer.divergedAt(0));
            assertTrue(trainer.divergedAt(1) > 0, "the step at which it diverged");
            assertTrue(Float.isFinite(trainer.loss(0)));
        }
    }

    private static List<String> compositions() {
        return Compositions.PARTS;
    }

    /** Gradients by all weights, and gradients of the sum of the squares of a gradient. */
    @ParameterizedTest
    @MethodSource("compositions")
    void gradientsOfComposedLayersAreThoseOfTheReference(String parts) {
        Graph network = Compositions.graph(parts, "tanh", 2, 6, 13);
        GraphBuilder graph = new GraphBuilder();
        List<Tensor> weights = new ArrayList<>();
        Tensor f = sum(
                graph,
                graph.include(network, leaf -> {
                            if (leaf instanceof Tensor.Weight weight) {
                                Tensor.State state = graph.state(weight.name(), weight.shape());
                                weights.add(state);
                                return Optional.of(state);
                            }
                            return Optional.empty();
                        })
                        .values()
                        .iterator()
                        .next());
        List<Tensor> gradients = Gradient.of(graph, f, weights);
        List<Tensor> second = Gradient.of(graph, sum(graph, gradients.getFirst()), weights);
        for (int i = 0; i < weights.size(); i++) {
            graph.output("first" + i, gradients.get(i)).output("second" + i, second.get(i));
        }
        Graph built = graph.build();
        float[] expected = evaluate(Networks.reference(), built);
        float[] found = evaluate(vectors, built);
        assertArrayEquals(found, evaluate(new CpuBackend(1, 0), built), "without vectors");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-4 * (1 + Math.abs(expected[i])), "element " + i);
        }
    }

    /** The sum of the squares of all elements. */
    private static Tensor sum(GraphBuilder graph, Tensor tensor) {
        Tensor sum = graph.map(Scalar.input(0).squared(), tensor);
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            sum = graph.reduce(Tensor.Reduction.SUM, sum, axis);
        }
        return graph.reshape(sum, Shape.SCALAR);
    }

    private static float[] evaluate(Backend backend, Graph graph) {
        Bindings bindings = new Bindings();
        List<float[]> outputs = new ArrayList<>();
        graph.outputs().forEach((name, tensor) -> {
            outputs.add(new float[(int) tensor.shape().size()]);
            bindings.output(name, MemorySegment.ofArray(outputs.getLast()));
        });
        for (Tensor.Input input : graph.inputs()) {
            bindings.input(input.name(), MemorySegment.ofArray(normal(7, (int)
                    input.shape().size())));
        }
        try (Executable program = backend.compile(graph);
                Session session = program.open(1)) {
            for (Tensor.State state : graph.states()) {
                float[] values =
                        normal(state.name().hashCode(), (int) state.shape().size());
                session.write(state.name(), MemorySegment.ofArray(values));
            }
            session.run(bindings);
        }
        int size = outputs.stream().mapToInt(values -> values.length).sum();
        float[] all = new float[size];
        int end = 0;
        for (float[] values : outputs) {
            System.arraycopy(values, 0, all, end, values.length);
            end += values.length;
        }
        return all;
    }

    private static float[] normal(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() / 2;
        }
        return values;
    }

    private static Trainer trainer(Backend backend, Training training, int networks) {
        float[] inputs = normal(1, ROWS * 2);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = inputs[2 * i] * inputs[2 * i + 1] > 0 ? 1 : 0;
        }
        Initialisation initialisation = new Initialisation(
                Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, false, false, 3);
        return new Trainer(backend, training, initialisation, new Table(2, inputs, 1, labels), ROWS - 5, networks);
    }

    private static Start start(int networks, float... rates) {
        long[] seeds = new long[networks];
        double[] magnitudes = new double[networks];
        int[][] rows = new int[networks][];
        float[] learningRates = new float[networks];
        float[] prefactors = new float[networks];
        for (int i = 0; i < networks; i++) {
            seeds[i] = i;
            magnitudes[i] = 1;
            learningRates[i] = rates[i % rates.length];
            rows[i] = IntStream.range(i, i + ROWS - 5).toArray();
            prefactors[i] = 1;
        }
        float[] decays = new float[networks];
        Arrays.fill(decays, 0.01f);
        return new Start(3, seeds, magnitudes, Map.of(Architecture.PREFACTOR, prefactors), learningRates, decays, rows);
    }

    /** The losses, then all weights. */
    private static float[] train(Backend backend, Training training, int networks, int... calls) {
        try (Trainer trainer = trainer(backend, training, networks)) {
            trainer.start(start(networks, 0.01f, 0.003f));
            for (int steps : calls) {
                trainer.advance(steps);
            }
            List<Float> found = new ArrayList<>();
            for (int network = 0; network < networks; network++) {
                found.add(trainer.loss(network));
            }
            Weights.Given weights = trainer.weights();
            for (MemorySegment values : new TreeMap<>(weights.values()).values()) {
                for (float value : values.toArray(ValueLayout.JAVA_FLOAT)) {
                    found.add(value);
                }
            }
            float[] all = new float[found.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = found.get(i);
            }
            return all;
        }
    }
}
