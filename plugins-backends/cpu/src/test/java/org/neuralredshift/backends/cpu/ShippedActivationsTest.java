package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.testkit.ActivationSuite;

/** Every shipped activation, and its derivative, on this backend with vectors and without. */
class ShippedActivationsTest extends ActivationSuite {
    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    @Override
    protected List<Backend> backends() {
        return List.of(vectors, singles);
    }

    @Override
    protected List<Activation> extensions() {
        return List.of(
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

    @TestFactory
    Stream<DynamicTest> givesTheSameBitsWithoutTheVectorApi() {
        return extensions().stream()
                .map(activation -> DynamicTest.dynamicTest(activation.id(), () -> {
                    Arguments defaults =
                            Arguments.constant(activation.parameters().defaults());
                    Scalar function = activation.apply(Scalar.input(0), defaults);
                    for (Scalar expression : List.of(function, Derivative.of(function, 0))) {
                        assertArrayEquals(run(singles, expression), run(vectors, expression));
                    }
                }));
    }

    private static float[] run(Backend backend, Scalar expression) {
        float[] points = new float[101];
        for (int i = 0; i < points.length; i++) {
            points[i] = (i - 44.5f) * 0.25f;
        }
        points[100] = Float.NaN;
        GraphBuilder builder = new GraphBuilder();
        Tensor in = builder.input("x", Shape.of(points.length, 1));
        Graph graph = builder.output("f", builder.map(expression, in)).build();
        try (Executable executable = backend.compile(graph);
                Session session = executable.open(1)) {
            float[] out = new float[points.length];
            session.run(
                    new Bindings().input("x", MemorySegment.ofArray(points)).output("f", MemorySegment.ofArray(out)));
            return out;
        }
    }
}
