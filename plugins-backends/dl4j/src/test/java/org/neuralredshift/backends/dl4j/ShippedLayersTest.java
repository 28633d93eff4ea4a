package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.backends.reference.ReferenceBackend;
import org.neuralredshift.layers.Dense;
import org.neuralredshift.testkit.LayerSuite;

/** Random networks with every layer that ships, as studies write them, against the backend that defines them. */
class ShippedLayersTest extends LayerSuite {
    private static final Grid GRID = Grid.uniform(13, 2);
    private static final Map<String, Activation> ACTIVATIONS = Shipped.providers(Activation.class, Relu.class).stream()
            .collect(Collectors.toMap(Activation::id, Function.identity()));
    private static final Map<String, Layer> LAYERS = Shipped.providers(Layer.class, Dense.class).stream()
            .collect(Collectors.toMap(Layer::id, Function.identity()));

    private final Backend backend = new Dl4jBackend();

    @Override
    protected List<Layer> extensions() {
        return List.copyOf(LAYERS.values());
    }

    @Override
    protected List<Backend> backends() {
        return List.of(backend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mlp                                             | none                     | 3
            mlp+layer-norm[gain=true,offset=true]           | none                     | 3
            mlp+residual[form=textbook]                     | none                     | 3
            mlp+gating                                      | none                     | 3
            mlp+layer-norm+gating+residual                  | none                     | 2
            mlp                                             | fourier-lattice[size=4]  | 0
            mlp                                             | fourier-features         | 2
            mlp                                             | positional-encoding[octaves=3] | 2
            """)
    void networksAgreeWithTheReference(String layers, String encoding, int depth) {
        for (String activation : List.of("relu", "tanh", "gelu")) {
            RandomNetwork network = RandomNetwork.of(
                    RandomNetwork.PARAMETERS.resolve(Map.of(
                            "activation",
                            activation,
                            "layers",
                            layers,
                            "encoding",
                            encoding,
                            "depth",
                            depth,
                            "width",
                            20)),
                    ACTIVATIONS::get,
                    LAYERS::get);
            float[] expected = evaluate(new ReferenceBackend(), network);
            float[] found = evaluate(backend, network);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], found[i], 3e-5 + 1e-5 * Math.abs(expected[i]), activation + ", point " + i);
            }
        }
    }

    private static float[] evaluate(Backend backend, RandomNetwork network) {
        long[] seeds = {7, 8, 9};
        double[] magnitudes = {1, 1, 1};
        float[] values = new float[GRID.points() * seeds.length];
        Bindings bindings = new Bindings()
                .networks(seeds.length)
                .input(Architecture.INPUT, MemorySegment.ofArray(GRID.coordinates()))
                .scalar(Architecture.PREFACTOR, new float[] {1, 1, 1})
                .weights(new Weights.Drawn(network.initialisation(), 3, seeds, magnitudes))
                .output(Architecture.OUTPUT, MemorySegment.ofArray(values));
        try (Executable program = backend.compile(network.architecture().graph(GRID.points()));
                Session session = program.open(seeds.length)) {
            session.run(bindings);
        }
        return values;
    }
}
