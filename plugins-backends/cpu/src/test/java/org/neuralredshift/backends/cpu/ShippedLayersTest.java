package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.layers.Dense;
import org.neuralredshift.layers.FourierFeatures;
import org.neuralredshift.layers.FourierLattice;
import org.neuralredshift.layers.Gating;
import org.neuralredshift.layers.LayerNorm;
import org.neuralredshift.layers.PositionalEncoding;
import org.neuralredshift.layers.Prefactor;
import org.neuralredshift.layers.Residual;
import org.neuralredshift.testkit.LayerSuite;

/** Random networks with every layer that ships, as studies write them, against the definition where they are stable. */
class ShippedLayersTest extends LayerSuite {
    private static final Grid GRID = Grid.uniform(13, 2);
    private static final int NETWORKS = 3;
    private static final Map<String, Layer> LAYERS = Stream.<Layer>of(
                    new Dense(),
                    new FourierFeatures(),
                    new FourierLattice(),
                    new Gating(),
                    new LayerNorm(),
                    new PositionalEncoding(),
                    new Prefactor(),
                    new Residual())
            .collect(Collectors.toMap(Layer::id, Function.identity()));

    private final Backend vectors = new CpuBackend(Lanes.FLOATS.length(), 0);
    private final Backend singles = new CpuBackend(1, 0);

    @Override
    protected List<Layer> extensions() {
        return List.copyOf(LAYERS.values());
    }

    @Override
    protected List<Backend> backends() {
        return List.of(vectors, singles);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mlp+layer-norm                                  | none                     | 3
            mlp+layer-norm[gain=true,offset=true]           | none                     | 3
            mlp+residual                                    | none                     | 3
            mlp+residual[form=textbook]                     | none                     | 3
            mlp+gating                                      | none                     | 3
            mlp+prefactor[factor=0.5]                       | none                     | 3
            mlp+layer-norm+gating+residual                  | none                     | 2
            dense, activation, layer-norm                   | none                     | 2
            layer-norm, dense, activation                   | dense                    | 2
            mlp                                             | fourier-lattice[size=4]  | 0
            mlp                                             | fourier-features         | 2
            mlp+residual                                    | fourier-features[count=5,deviation=0.5], dense | 2
            mlp                                             | positional-encoding[octaves=3] | 2
            """)
    void agreeWithTheReferenceAndGiveTheSameBitsWithoutTheVectorApi(String layers, String encoding, int depth) {
        RandomNetwork network = RandomNetwork.of(
                RandomNetwork.PARAMETERS.resolve(Map.of(
                        "activation", "tanh", "layers", layers, "encoding", encoding, "depth", depth, "width", 20)),
                Networks::activation,
                LAYERS::get);
        float[] expected = evaluate(Networks.reference(), network);
        float[] actual = evaluate(vectors, network);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 3e-5 + 1e-5 * Math.abs(expected[i]), layers + " on " + encoding);
        }
        assertArrayEquals(actual, evaluate(singles, network));
    }

    private static float[] evaluate(Backend backend, RandomNetwork network) {
        return Networks.evaluate(backend, network.architecture(), GRID, NETWORKS, 1, network.initialisation());
    }
}
