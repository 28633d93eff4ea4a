package org.neuralredshift.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

/** One suite for every activation of the module. */
class ActivationsTest {
    static List<Activation> all() {
        return List.of(
                new Relu(),
                new Gelu(),
                new Swish(),
                new Selu(),
                new Tanh(),
                new Gaussian(),
                new Sine(),
                new Sigmoid(),
                new LeakyRelu(),
                new Elu(),
                new Softplus(),
                new Mish(),
                new HardSwish(),
                new TanhGelu(),
                new Softsign(),
                new Absolute(),
                new Snake(),
                new Sinc(),
                new Gabor(),
                new BetaSwish(),
                new Identity());
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
        for (boolean single : new boolean[] {false, true}) {
            double error = single ? 1e-7 : 1e-15;
            assertEquals(below, value(function, -1e20, single), Math.max(1, Math.abs(below)) * error);
            assertEquals(above, value(function, 1e20, single), Math.max(1, above) * error);
            assertEquals(slopeBelow, value(derivative, -1e20, single), 2 * error);
            assertEquals(slopeAbove, value(derivative, 1e20, single), 2 * error);
        }
    }

    private static double value(Scalar expression, double x, boolean single) {
        return single ? SinglePrecision.of(expression, (float) x) : Evaluation.of(expression, x);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameInFloat32WithBothBranchesComputed(Activation activation) {
        Scalar function = expression(activation);
        Scalar derivative = Derivative.of(function, 0);
        for (float x : new float[] {-1e20f, -1e4f, -100, -20, -3, -0.3f, -1e-3f, 1e-6f, 0.1f, 2, 9, 90, 1e3f, 1e20f}) {
            double value = Evaluation.of(function, x);
            assertEquals(value, SinglePrecision.of(function, x), 1e-6 * Math.max(1, Math.abs(value)), "at " + x);
            // At 1e20 the argument of a wave is rounded, and so any number from -1 to 1 is as good as another.
            double slope = Evaluation.of(derivative, x);
            double error = Math.abs(x) > 1e10 ? 3 : 2e-6 * Math.max(1, Math.abs(x) > 100 ? 100 : Math.abs(x));
            assertEquals(slope, SinglePrecision.of(derivative, x), error * Math.max(1, Math.abs(slope)), "at " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSecondDerivativeAgreesWithDifferencesAndIsFiniteFarOut(Activation activation) {
        Scalar first = Derivative.of(expression(activation), 0);
        Scalar second = Derivative.of(first, 0);
        for (double x : new double[] {-3.3, -1, -0.2, 0.4, 1.3, 5}) {
            double step = 1e-5;
            double expected = (Evaluation.of(first, x + step) - Evaluation.of(first, x - step)) / (2 * step);
            assertEquals(expected, Evaluation.of(second, x), 1e-8 * Math.max(1, Math.abs(expected)), "at " + x);
        }
        for (double x : new double[] {-1e20, -800, 0, 800, 1e20}) {
            assertTrue(Double.isFinite(Evaluation.of(second, x)), "at " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyParameterMattersAndItsBoundsAreSafe(Activation activation) {
        double[] points = {-1e20, -30, -0.7, 0, 0.4, 3, 1e20};
        for (Parameter parameter : activation.parameters().parameters()) {
            for (double bound : new double[] {parameter.minimum(), parameter.maximum()}) {
                Scalar other = expression(activation, Map.of(parameter.name(), bound));
                String where = parameter.name() + " = " + bound;
                for (double x : points) {
                    assertTrue(Double.isFinite(Evaluation.of(other, x)), where);
                    assertTrue(Double.isFinite(SinglePrecision.of(other, (float) x)), where + " at " + x);
                    assertTrue(Double.isFinite(SinglePrecision.of(Derivative.of(other, 0), (float) x)), where);
                }
                double usual = Evaluation.of(expression(activation), -0.7);
                assertNotEquals(usual, Evaluation.of(other, -0.7), 1e-6, where);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void notANumberStaysNotANumber(Activation activation) {
        assertEquals(Double.NaN, Evaluation.of(expression(activation), Double.NaN));
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

    @Test
    void theModuleProvidesEachOfThem() {
        ModuleDescriptor descriptor = Relu.class.getModule().getDescriptor();
        Set<String> provided = descriptor.provides().stream()
                .filter(service -> service.service().equals(Activation.class.getName()))
                .flatMap(service -> service.providers().stream())
                .collect(Collectors.toSet());
        assertEquals(all().stream().map(a -> a.getClass().getName()).collect(Collectors.toSet()), provided);
        assertEquals(all().size(), all().stream().map(Activation::id).distinct().count());
    }
}
