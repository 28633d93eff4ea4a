package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;
import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.ShapeException;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;

/**
 * A random network but for its seeds and magnitude: what all networks that share a program have in common. This is the one place
 * that says what the parameters of a study of random networks mean.
 *
 * @param architecture how it is built
 * @param initialisation how its weights are drawn
 */
@Api(INCUBATING)
public record RandomNetwork(Architecture architecture, Initialisation initialisation) {
    /** Points of the program that is built to see whether the parts fit; not 1, which would be stretched to any shape. */
    private static final int POINTS = 4096;

    private static final int MAXIMUM_WIDTH = 16_384;
    /** Weights of one network, 4 GiB: with a grid of any size beside them, a backend can still count its floats in an int. */
    private static final long MAXIMUM_WEIGHTS = 1L << 30;

    private static final String LAYERS = "layers";
    private static final String ENCODING = "encoding";
    private static final String READ_OUT = "read-out";
    private static final String SCALED = "scaled";

    /** The parameters that {@link #of} reads, and {@code magnitude}, which is an input of the compiled program. */
    public static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.extension(
                    "activation",
                    "activation",
                    "relu",
                    PAPER,
                    "scalar function of every hidden layer, with its parameters, as in snake[frequency=2]"),
            Parameter.integer("depth", 3, ASSUMED, 0, 1000, "layers", "number of hidden layers; 0 is a linear map"),
            Parameter.integer("width", 64, ASSUMED, 1, MAXIMUM_WIDTH, "units", "units of every hidden layer"),
            Parameter.real("magnitude", 1, PAPER, 0, 1e38, "", "factor α on what `scaled` names")
                    .atRunTime(),
            Parameter.composition(
                    LAYERS,
                    Composition.PERCEPTRON,
                    PAPER,
                    "parts of every hidden layer in order, as in `dense, layer-norm, activation`; mlp is `dense,"
                            + " activation`, and mlp+layer-norm adds a part in its place"),
            Parameter.composition(
                    ENCODING, Composition.NONE, PAPER, "layers applied once to the inputs, as in fourier-lattice"),
            Parameter.extension(READ_OUT, "layer", "dense", PAPER, "layer that gives the output"),
            Parameter.choice(
                    "distribution",
                    "uniform",
                    PAPER,
                    List.of("uniform", "normal", "student-t", "ball"),
                    "distribution of weights and biases, all with the standard deviation of the uniform one"),
            Parameter.choice(
                    "scale",
                    "glorot",
                    PAPER,
                    List.of("glorot", "absolute"),
                    "half-width of a weight at magnitude 1: glorot is sqrt(6 / (fan-in + fan-out)), absolute is 1"),
            Parameter.choice(
                    SCALED,
                    "weights",
                    PAPER,
                    List.of("weights", "weights+biases", Architecture.PREFACTOR),
                    "what the magnitude multiplies: weights, weights and biases, or the argument of each activation"),
            Parameter.real("bias-magnitude", 1, PAPER, 0, 1e38, "", "half-width of a bias"),
            Parameter.real(
                    "degrees-of-freedom", 3, ASSUMED, 2.001, 1e6, "", "of distribution student-t; the tail's weight"));

    /**
     * The network R^2 → R of these parameters. Its activations have a prefactor if that is what the magnitude scales.
     *
     * @see #of(Parameters, int, int, boolean, Function, Function)
     */
    public static RandomNetwork of(
            Parameters parameters, Function<String, Activation> activations, Function<String, Layer> layers) {
        return of(parameters, 2, 1, scalesPrefactor(parameters), activations, layers);
    }

    /** Whether the magnitude of these parameters multiplies the argument of each activation, rather than weights. */
    public static boolean scalesPrefactor(Parameters parameters) {
        return parameters.text(SCALED).equals(Architecture.PREFACTOR);
    }

    /**
     * The network of these parameters.
     *
     * @param parameters resolved against a schema that contains {@link #PARAMETERS}
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param prefactor whether the argument of every activation is multiplied by {@link Architecture#PREFACTOR}
     * @param activations gives the activation of an id, or throws
     * @param layers gives the layer of an id, or throws
     * @throws InvalidParameterException naming layers, encoding or read-out and the shapes, if they do not fit; naming width
     *     and depth, if the network would have more than 2^30 weights
     */
    public static RandomNetwork of(
            Parameters parameters,
            int inputs,
            int outputs,
            boolean prefactor,
            Function<String, Activation> activations,
            Function<String, Layer> layers) {
        Parts parts = new Parts(parameters, activations, layers, prefactor);
        Architecture architecture = new Architecture(
                inputs,
                outputs,
                parameters.count("depth"),
                parameters.count("width"),
                parts.of(ENCODING),
                parts.of(LAYERS),
                parts.layer(READ_OUT));
        check(architecture, parameters);
        Initialisation initialisation = new Initialisation(
                Initialisation.Distribution.valueOf(constant(parameters.text("distribution"))),
                Initialisation.Scale.valueOf(constant(parameters.text("scale"))),
                parameters.real("bias-magnitude"),
                !scalesPrefactor(parameters),
                parameters.text(SCALED).equals("weights+biases"),
                parameters.real("degrees-of-freedom"));
        return new RandomNetwork(architecture, initialisation);
    }

    private static void check(Architecture architecture, Parameters parameters) {
        long weights;
        try {
            weights = architecture.graph(POINTS).weights().stream()
                    .mapToLong(weight -> weight.shape().size())
                    .sum();
        } catch (ShapeException e) {
            String scope = e.place().split("/", 2)[0];
            String parameter = scope.equals(Architecture.ENCODING)
                    ? ENCODING
                    : scope.equals(Architecture.READ_OUT) ? READ_OUT : LAYERS;
            throw new InvalidParameterException(
                    parameter, parameters.text(parameter), "layers that fit: " + e.getMessage(), e);
        }
        if (weights > MAXIMUM_WEIGHTS) {
            throw new InvalidParameterException(
                    "width",
                    architecture.width(),
                    "smaller at depth " + architecture.depth() + ": the network would have " + weights
                            + " weights, and the most are " + MAXIMUM_WEIGHTS);
        }
    }

    /** The constant of an enumeration that a word of a study file names. */
    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
