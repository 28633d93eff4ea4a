package org.neuralredshift.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.testkit.Provided;

/** Values of each activation, worked out beforehand; what holds for all is in {@link EveryActivationTest}. */
class ActivationsTest {
    static List<Activation> all() {
        return Provided.by(Relu.class, Activation.class);
    }

    private static Scalar expression(Activation activation, Map<String, ?> given) {
        return activation.apply(
                Scalar.input(0), Arguments.constant(activation.parameters().resolve(given)));
    }

    private static Scalar expression(Activation activation) {
        return expression(activation, Map.of());
    }

    private static Activation named(String id) {
        return all().stream()
                .filter(activation -> activation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** @param text {@code name=value}, separated by blanks; null if there is none */
    private static Map<String, Object> parameters(String text) {
        Map<String, Object> parameters = new HashMap<>();
        for (String word : text == null ? new String[0] : text.split(" ")) {
            String[] parts = word.split("=");
            parameters.put(parts[0], Double.valueOf(parts[1]));
        }
        return parameters;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "golden.csv", numLinesToSkip = 2)
    void hasItsValueAndDerivative(String id, String parameters, double x, double value, double derivative) {
        Scalar function = expression(named(id), parameters(parameters));
        assertEquals(value, Evaluation.of(function, x), 2e-15 * Math.max(1, Math.abs(value)));
        double slope = Evaluation.of(Derivative.of(function, 0), x);
        assertEquals(derivative, slope, 4e-15 * Math.max(1, Math.abs(derivative)));
    }

    @ParameterizedTest
    @CsvSource({
        "relu, 0, 0",
        "gelu, 0, 0.5",
        "swish, 0, 0.5",
        "selu, 0, 1.7580993408473768",
        "tanh, 0, 1",
        "gaussian, 1, 0",
        "sine, 0, 1",
        "sigmoid, 0.5, 0.25",
        "leaky-relu, 0, 0.01",
        "elu, 0, 1",
        "softplus, 0.6931471805599453, 0.5",
        "mish, 0, 0.6",
        "hard-swish, 0, 0.5",
        "tanh-gelu, 0, 0.5",
        "softsign, 0, 1",
        "abs, 0, 0",
        "snake, 0, 1",
        "sinc, 1, 0",
        "gabor, 1, 0",
        "beta-swish, 0, 0.5",
        "identity, 0, 1"
    })
    void hasItsValueAndDerivativeAtZero(String id, double value, double derivative) {
        Scalar function = expression(named(id));
        assertEquals(value, Evaluation.of(function, 0));
        assertEquals(derivative, Evaluation.of(Derivative.of(function, 0), 0), 1e-15);
        assertEquals(derivative, Evaluation.of(Derivative.of(function, 0), -0.0), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"hard-swish, -3, 0, 0", "hard-swish, 3, 3, 1", "tanh-gelu, -10, 0, 0", "tanh-gelu, 10, 10, 1"})
    void takesTheDerivativeFromOutsideAtOtherKinks(String id, double x, double value, double derivative) {
        Scalar function = expression(named(id));
        assertEquals(value, Evaluation.of(function, x), 0);
        assertEquals(derivative, Evaluation.of(Derivative.of(function, 0), x), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "relu, 0, 0, 1e20, 1",
        "gelu, 0, 0, 1e20, 1",
        "swish, 0, 0, 1e20, 1",
        "selu, -1.7580993408473768, 0, 1.0507009873554805e20, 1.0507009873554805",
        "tanh, -1, 0, 1, 0",
        "gaussian, 0, 0, 0, 0",
        "sigmoid, 0, 0, 1, 0",
        "leaky-relu, -1e18, 0.01, 1e20, 1",
        "elu, -1, 0, 1e20, 1",
        "softplus, 0, 0, 1e20, 1",
        "mish, 0, 0, 1e20, 1",
        "hard-swish, 0, 0, 1e20, 1",
        "tanh-gelu, 0, 0, 1e20, 1",
        "softsign, -1, 0, 1, 0",
        "abs, 1e20, -1, 1e20, 1",
        "sinc, 0, 0, 0, 0",
        "gabor, 0, 0, 0, 0",
        "beta-swish, 0, 0, 1e20, 1",
        "identity, -1e20, 1, 1e20, 1"
    })
    void reachesItsLimitsFarOut(String id, double below, double slopeBelow, double above, double slopeAbove) {
        Scalar function = expression(named(id));
        Scalar derivative = Derivative.of(function, 0);
        assertEquals(below, Evaluation.of(function, -1e20), Math.max(1, Math.abs(below)) * 1e-15);
        assertEquals(above, Evaluation.of(function, 1e20), Math.max(1, above) * 1e-15);
        assertEquals(slopeBelow, Evaluation.of(derivative, -1e20), 2e-15);
        assertEquals(slopeAbove, Evaluation.of(derivative, 1e20), 2e-15);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItIsAndWhereItComesFrom(Activation activation) {
        assertEquals(1, activation.revision());
        assertFalse(activation.description().summary().isEmpty());
        assertFalse(activation.description().formula().isEmpty());
        assertFalse(activation.description().source().isEmpty());
        for (Parameter parameter : activation.parameters().parameters()) {
            assertTrue(activation.description().formula().contains(parameter.name()), parameter.name());
        }
    }
}
