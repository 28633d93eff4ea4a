package org.neuralredshift.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;

class RandomNetworkTest {
    private static final Activation TWICE = new Twice();
    private static final Layer PLAIN = new Plain();
    /** 6 / (fan-in + fan-out) = 1/4, so that Glorot's half-width is 1/2. */
    private static final Tensor.Weight WEIGHT = new Tensor.Weight("w", 0, Shape.of(21, 3), 3, 21, Tensor.Role.WEIGHT);

    private static final Tensor.Weight BIAS = new Tensor.Weight("b", 1, Shape.of(1), 1, 1, Tensor.Role.BIAS);

    private static RandomNetwork of(Map<String, ?> given) {
        Parameters parameters = RandomNetwork.PARAMETERS.resolve(given);
        return RandomNetwork.of(
                parameters,
                id -> only("relu", id, TWICE),
                id -> id.equals("sum") ? new Sum() : only("dense", id, PLAIN));
    }

    private static <T> T only(String expected, String id, T extension) {
        if (!id.equals(expected)) {
            throw new NoSuchElementException(id);
        }
        return extension;
    }

    @Test
    void isAPerceptronFromThePlaneToTheLine() {
        Architecture architecture = of(Map.of("depth", 4, "width", 8)).architecture();
        assertEquals(2, architecture.inputs());
        assertEquals(1, architecture.outputs());
        assertEquals(4, architecture.depth());
        assertEquals(8, architecture.width());
        Part dense = new Part.Layered(PLAIN, Parameters.NONE);
        Part activated = new Part.Activated(TWICE, new Arguments(Map.of()), false);
        assertEquals(List.of(), architecture.encoding());
        assertEquals(List.of(dense, activated), architecture.layers());
        assertEquals(dense, architecture.readOut());
    }

    @Test
    void looksUpTheNamedExtensions() {
        assertThrows(NoSuchElementException.class, () -> of(Map.of("activation", "tanh")));
        assertThrows(NoSuchElementException.class, () -> of(Map.of("layers", "mlp+gated")));
    }

    @ParameterizedTest
    @CsvSource({"uniform, UNIFORM", "normal, NORMAL", "student-t, STUDENT_T", "ball, BALL"})
    void drawsFromTheNamedDistribution(String word, Initialisation.Distribution distribution) {
        assertEquals(
                distribution,
                of(Map.of("distribution", word, "degrees-of-freedom", 5.0))
                        .initialisation()
                        .distribution());
    }

    @ParameterizedTest
    @CsvSource({"glorot, 0.5", "absolute, 1"})
    void theScaleIsTheHalfWidthAtMagnitudeOne(String word, double halfWidth) {
        Initialisation initialisation = of(Map.of("scale", word)).initialisation();
        assertEquals(halfWidth, initialisation.halfWidth(WEIGHT, 1), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        // scaled, half-width of a weight and of a bias at magnitude 10, prefactor
        "weights, 10, 3, false",
        "weights+biases, 10, 30, false",
        "prefactor, 1, 3, true"
    })
    void theMagnitudeMultipliesWhatIsScaled(String scaled, double weight, double bias, boolean prefactor) {
        RandomNetwork network = of(Map.of("scaled", scaled, "scale", "absolute", "bias-magnitude", 3));
        assertEquals(weight, network.initialisation().halfWidth(WEIGHT, 10), 1e-12);
        assertEquals(bias, network.initialisation().halfWidth(BIAS, 10), 1e-12);
        List<String> scalars = network.architecture().graph(1).networkScalars().stream()
                .map(Tensor.NetworkScalar::name)
                .toList();
        assertEquals(
                prefactor ? List.of(Architecture.PREFACTOR) : List.of(),
                scalars.stream().distinct().toList());
    }

    @Test
    void tellsTheTailOfStudentsT() {
        assertEquals(
                7,
                of(Map.of("distribution", "student-t", "degrees-of-freedom", 7))
                        .initialisation()
                        .degreesOfFreedom());
    }

    @Test
    void refusesAWidthThatNoMemoryHolds() {
        InvalidParameterException wide =
                assertThrows(InvalidParameterException.class, () -> of(Map.of("width", 60_000)));
        assertTrue(wide.getMessage().contains("width") && wide.getMessage().contains("16384"), wide.getMessage());
        InvalidParameterException deep =
                assertThrows(InvalidParameterException.class, () -> of(Map.of("width", 16_384, "depth", 1000)));
        assertTrue(deep.getMessage().contains("16384") && deep.getMessage().contains("depth 1000"), deep.getMessage());
    }

    @Test
    void partsThatDoNotFitAreRefusedWithTheParameterThatNamesThem() {
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class, () -> of(Map.of("read-out", "dense", "layers", "mlp+sum")));
        assertEquals("layers", e.parameter());
        assertTrue(
                e.getMessage().contains("layer hidden1/sum: sum: shapes [4096, 64] and [4096, 2] differ"),
                e.getMessage());
        InvalidParameterException out =
                assertThrows(InvalidParameterException.class, () -> of(Map.of("read-out", "sum")));
        assertEquals("read-out", out.parameter());
        assertTrue(out.getMessage().contains("[4096, 64], but must give [4096, 1]"), out.getMessage());
    }

    @Test
    void anEncodingIsAppliedOnceAndTheActivationWhereItStands() {
        RandomNetwork network = of(Map.of("encoding", "dense", "layers", "activation, dense", "depth", 2, "width", 8));
        List<String> operations = network.architecture().graph(5).tensors().stream()
                .map(tensor -> tensor instanceof Tensor.Weight weight
                        ? weight.name()
                        : tensor.getClass().getSimpleName())
                .toList();
        assertEquals(
                List.of(
                        "Input",
                        "encoding.w",
                        "MatrixProduct",
                        "Map",
                        "hidden1.w",
                        "MatrixProduct",
                        "Map",
                        "hidden2.w",
                        "MatrixProduct",
                        "output.w",
                        "MatrixProduct"),
                operations);
    }

    private record Twice() implements Activation {
        @Override
        public Scalar apply(Scalar x, Arguments arguments) {
            return x.plus(x);
        }

        @Override
        public String id() {
            return "twice";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("2 x");
        }
    }

    private record Plain() implements Layer {
        @Override
        public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
            int features = stage.features();
            int width = stage.width();
            return graph.matrixProduct(
                    stage.value(), graph.weight("w", Shape.of(features, width), features, width, Tensor.Role.WEIGHT));
        }

        @Override
        public String id() {
            return "plain";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("x W");
        }
    }

    /** Adds the input of the hidden layer. */
    private record Sum() implements Layer {
        @Override
        public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
            graph.requireSameShape("sum", stage.value(), stage.input());
            return graph.map(Scalar.input(0).plus(Scalar.input(1)), stage.value(), stage.input());
        }

        @Override
        public String id() {
            return "sum";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Description description() {
            return Description.of("value + input");
        }
    }
}
