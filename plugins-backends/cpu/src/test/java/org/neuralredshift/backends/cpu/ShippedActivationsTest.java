package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.activations.Absolute;
import org.neuralredshift.activations.BetaSwish;
import org.neuralredshift.activations.Elu;
import org.neuralredshift.activations.Gabor;
import org.neuralredshift.activations.Gaussian;
import org.neuralredshift.activations.Gelu;
import org.neuralredshift.activations.HardSwish;
import org.neuralredshift.activations.Identity;
import org.neuralredshift.activations.LeakyRelu;
import org.neuralredshift.activations.Mish;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.activations.Selu;
import org.neuralredshift.activations.Sigmoid;
import org.neuralredshift.activations.Sinc;
import org.neuralredshift.activations.Sine;
import org.neuralredshift.activations.Snake;
import org.neuralredshift.activations.Softplus;
import org.neuralredshift.activations.Softsign;
import org.neuralredshift.activations.Swish;
import org.neuralredshift.activations.Tanh;
import org.neuralredshift.activations.TanhGelu;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** Every shipped activation, and its derivative, as one map over points near and far. */
class ShippedActivationsTest {
    private static final float[] POINTS = points();

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    private static float[] points() {
        float[] points = new float[101];
        for (int i = 0; i < 90; i++) {
            points[i] = (i - 44.5f) * 0.25f;
        }
        float[] others = {0, -0.0f, -3, 3, 100, -100, 1e20f, -1e20f, 1e-20f, -1e-3f, Float.NaN};
        System.arraycopy(others, 0, points, 90, others.length);
        return points;
    }

    static Stream<Activation> all() {
        return Stream.of(
                new Absolute(),
                new BetaSwish(),
                new Elu(),
                new Gabor(),
                new Gaussian(),
                new Gelu(),
                new HardSwish(),
                new Identity(),
                new LeakyRelu(),
                new Mish(),
                new Relu(),
                new Selu(),
                new Sigmoid(),
                new Sinc(),
                new Sine(),
                new Snake(),
                new Softplus(),
                new Softsign(),
                new Swish(),
                new Tanh(),
                new TanhGelu());
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreesWithTheReferenceNearAndFar(Activation activation) {
        Arguments defaults = Arguments.constant(activation.parameters().defaults());
        Scalar function = activation.apply(Scalar.input(0), defaults);
        agree(activation.id(), function, false);
        agree(activation.id() + "'", Derivative.of(function, 0), true);
    }

    private void agree(String name, Scalar expression, boolean slope) {
        GraphBuilder builder = new GraphBuilder();
        Tensor in = builder.input("x", Shape.of(POINTS.length, 1));
        Graph graph = builder.output("f", builder.map(expression, in)).build();
        float[] expected = run(Networks.reference(), graph);
        float[] found = run(vectors, graph);
        assertArrayEquals(run(singles, graph), found, 0, name + " in single numbers");
        for (int i = 0; i < POINTS.length; i++) {
            assertEquals(
                    (double) expected[i],
                    found[i],
                    tolerance(POINTS[i], expected[i], slope),
                    name + " at " + POINTS[i]);
        }
    }

    private static double tolerance(float x, float expected, boolean slope) {
        if (Float.isNaN(x)) {
            return 0;
        }
        // The slope of a wave or an exponential may carry the rounding error of its argument times that argument; at
        // 1e20 the
        // argument itself is rounded to some other part of the wave.
        double factor = slope ? Math.clamp(Math.abs(x), 1, 100) : 1;
        return slope && Math.abs(x) > 1e10 ? 3 : 2e-6 * factor * Math.max(1, Math.abs(expected));
    }

    private static float[] run(Backend backend, Graph graph) {
        try (Arena arena = Arena.ofConfined();
                Executable executable = backend.compile(graph);
                Session session = executable.open(1)) {
            MemorySegment out = arena.allocate((long) Float.BYTES * POINTS.length);
            session.run(new Bindings()
                    .input("x", arena.allocateFrom(ValueLayout.JAVA_FLOAT, POINTS))
                    .weights(new Weights.Given(Map.of()))
                    .output("f", out));
            return out.toArray(ValueLayout.JAVA_FLOAT);
        }
    }
}
