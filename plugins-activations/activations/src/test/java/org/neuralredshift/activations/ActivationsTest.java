package org.neuralredshift.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.expression.Derivative;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Arguments;

/** Golden values and derivatives: mpmath with 40 digits. */
class ActivationsTest {
    static List<Activation> all() {
        return List.of(
                new Relu(), new Gelu(), new Swish(), new Selu(), new Tanh(), new Gaussian(), new Sine(), new Sigmoid());
    }

    private static Scalar expression(Activation activation) {
        return activation.apply(Scalar.input(0), new Arguments(Map.of()));
    }

    private static Scalar expression(String id) {
        return expression(
                all().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "relu, -3, 0, 0.0",
        "relu, -0.5, 0, 0.0",
        "relu, 0.7, 0.7, 1.0",
        "relu, 4, 4.0, 1.0",
        "gelu, -3, -0.0040496940948902836, -0.011945647204183927",
        "gelu, -0.5, -0.15426876936299345, 0.13250487534383716",
        "gelu, 0.7, 0.53062544344384889, 0.97661410113365987",
        "gelu, 4, 3.9998733150326675, 1.0005036496612264",
        "swish, -3, -0.14227761953270034, -0.088104106015169617",
        "swish, -0.5, -0.18877033439907272, 0.26003881269734819",
        "swish, 0.7, 0.46773144051771627, 0.82338678347334244",
        "swish, 4, 3.9280551601516338, 1.0526646148910729",
        "selu, -3, -1.670568728767112, 0.087530612080264885",
        "selu, -0.5, -0.6917581878028714, 1.0663411530445055",
        "selu, 0.7, 0.73549069114883635, 1.0507009873554805",
        "selu, 4, 4.202803949421922, 1.0507009873554805",
        "tanh, -3, -0.99505475368673045, 0.0098660371654401913",
        "tanh, -0.5, -0.46211715726000976, 0.78644773296592741",
        "tanh, 0.7, 0.6043677771171635, 0.63473958998245859",
        "tanh, 4, 0.99932929973906704, 0.0013409506830258969",
        "gaussian, -3, 0.00012340980408667955, 0.0007404588245200773",
        "gaussian, -0.5, 0.77880078307140487, 0.77880078307140487",
        "gaussian, 0.7, 0.61262639418441607, -0.8576769518581825",
        "gaussian, 4, 1.1253517471925911e-7, -9.0028139775407292e-7",
        "sine, -3, -0.14112000805986722, -0.98999249660044546",
        "sine, -0.5, -0.479425538604203, 0.87758256189037272",
        "sine, 0.7, 0.64421768723769105, 0.76484218728448843",
        "sine, 4, -0.75680249530792825, -0.65364362086361191",
        "sigmoid, -3, 0.047425873177566781, 0.045176659730912133",
        "sigmoid, -0.5, 0.37754066879814544, 0.23500371220159449",
        "sigmoid, 0.7, 0.66818777216816611, 0.22171287329310905",
        "sigmoid, 4, 0.98201379003790844, 0.017662706213291116"
    })
    void hasItsValueAndDerivative(String id, double x, double value, double derivative) {
        Scalar function = expression(id);
        assertEquals(value, Evaluation.of(function, x), 1e-15 * Math.max(1, Math.abs(value)));
        double slope = Evaluation.of(Derivative.of(function, 0), x);
        assertEquals(derivative, slope, 2e-15 * Math.max(1, Math.abs(derivative)));
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
        "sigmoid, 0.5, 0.25"
    })
    void hasItsValueAndDerivativeAtZero(String id, double value, double derivative) {
        Scalar function = expression(id);
        assertEquals(value, Evaluation.of(function, 0));
        assertEquals(derivative, Evaluation.of(Derivative.of(function, 0), 0), 1e-15);
        assertEquals(derivative, Evaluation.of(Derivative.of(function, 0), -0.0), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "relu, 0, 0, 1e20, 1",
        "gelu, 0, 0, 1e20, 1",
        "swish, 0, 0, 1e20, 1",
        "selu, -1.7580993408473768, 0, 1.0507009873554805e20, 1.0507009873554805",
        "tanh, -1, 0, 1, 0",
        "gaussian, 0, 0, 0, 0",
        "sigmoid, 0, 0, 1, 0"
    })
    void reachesItsLimitsFarOut(String id, double below, double slopeBelow, double above, double slopeAbove) {
        Scalar function = expression(id);
        Scalar derivative = Derivative.of(function, 0);
        assertEquals(below, Evaluation.of(function, -1e20), 1e-15);
        assertEquals(above, Evaluation.of(function, 1e20), above * 1e-15);
        assertEquals(slopeBelow, Evaluation.of(derivative, -1e20), 1e-15);
        assertEquals(slopeAbove, Evaluation.of(derivative, 1e20), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSecondDerivativeAgreesWithDifferencesAndIsFiniteFarOut(Activation activation) {
        Scalar first = Derivative.of(expression(activation), 0);
        Scalar second = Derivative.of(first, 0);
        for (double x : new double[] {-3.3, -1, -0.2, 0.4, 1.3, 5}) {
            double step = 1e-5;
            double expected = (Evaluation.of(first, x + step) - Evaluation.of(first, x - step)) / (2 * step);
            assertEquals(expected, Evaluation.of(second, x), 1e-8, "at " + x);
        }
        for (double x : new double[] {-1e20, -800, 0, 800, 1e20}) {
            assertTrue(Double.isFinite(Evaluation.of(second, x)), "at " + x);
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
        assertEquals(List.of(), activation.parameters().names());
    }

    @Test
    void theModuleProvidesEachOfThem() {
        ModuleDescriptor descriptor = Relu.class.getModule().getDescriptor();
        Set<String> provided = descriptor.provides().stream()
                .filter(service -> service.service().equals(Activation.class.getName()))
                .flatMap(service -> service.providers().stream())
                .collect(Collectors.toSet());
        assertEquals(all().stream().map(a -> a.getClass().getName()).collect(Collectors.toSet()), provided);
    }
}
