package org.neuralredshift.api.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.Comparison;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/** Golden values: mpmath with 40 digits. */
class EvaluationTest {
    private static final Scalar X = Scalar.input(0);

    @ParameterizedTest
    @CsvSource({
        "NEGATE, 0.7, -0.7",
        "ABSOLUTE, -0.7, 0.7",
        "EXPONENTIAL, -20.5, 1.2501528663867426289e-9",
        "LOGARITHM, 1e-5, -11.512925464970228338",
        "SQUARE_ROOT, 2, 1.4142135623730950488",
        "SINE, -3, -0.1411200080598672221",
        "SINE, 1e4, -0.30561438888825214136",
        "SINE, 1e20, -0.64525128526578084421",
        "COSINE, 12, 0.84385395873249210465",
        "COSINE, 1e20, 0.7639704044417283004",
        "TANH, -3, -0.99505475368673045133",
        "TANH, 1e20, 1",
        "SIGMOID, 0.7, 0.66818777216816609668",
        "SIGMOID, -3, 0.047425873177566780879",
        "SIGMOID, -1e20, 0",
        "SIGMOID, 1e20, 1",
        "ERROR_FUNCTION, 0.5, 0.52049987781304653768"
    })
    void oneOperand(UnaryOperation operation, double x, double expected) {
        assertEquals(
                expected,
                Evaluation.of(new Scalar.Unary(operation, X), x),
                Math.abs(expected) * 1e-15 + Double.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 5, 3, 8",
        "SUBTRACT, 5, 3, 2",
        "MULTIPLY, 5, 3, 15",
        "DIVIDE, 6, 3, 2",
        "MINIMUM, 5, 3, 3",
        "MAXIMUM, 5, 3, 5",
        "MINIMUM, NaN, 3, NaN",
        "MINIMUM, 3, NaN, NaN",
        "MAXIMUM, NaN, 3, NaN",
        "MAXIMUM, 3, NaN, NaN",
        "POWER, 2.5, -3.25, 0.050897326641091242571",
        "POWER, -2, 3, -8",
        "POWER, -2, 0.5, NaN"
    })
    void twoOperands(BinaryOperation operation, double a, double b, double expected) {
        Scalar expression = new Scalar.Binary(operation, X, Scalar.input(1));
        assertEquals(expected, Evaluation.of(expression, a, b), 1e-16);
    }

    @Test
    void theLogarithmAndTheRootOfNegativeNumbersAreNaN() {
        assertTrue(Double.isNaN(Evaluation.of(X.log(), -1)));
        assertEquals(Double.NEGATIVE_INFINITY, Evaluation.of(X.log(), 0));
        assertTrue(Double.isNaN(Evaluation.of(X.sqrt(), -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, 1, 2, true",
        "LESS, 2, 2, false",
        "LESS_OR_EQUAL, 2, 2, true",
        "LESS_OR_EQUAL, 3, 2, false",
        "EQUAL, 2, 2, true",
        "EQUAL, 1, 2, false"
    })
    void comparesNumbers(Comparison comparison, double left, double right, boolean expected) {
        assertEquals(expected, Evaluation.holds(comparison, left, right));
        Scalar select = new Scalar.Select(comparison, X, Scalar.input(1), Scalar.of(7), Scalar.of(9));
        assertEquals(expected ? 7 : 9, Evaluation.of(select, left, right));
    }

    @Test
    void everyComparisonWithNaNIsFalse() {
        for (Comparison comparison : Comparison.values()) {
            assertFalse(Evaluation.holds(comparison, Double.NaN, Double.NaN), comparison.name());
            assertFalse(Evaluation.holds(comparison, 1, Double.NaN), comparison.name());
        }
    }

    @Test
    void computesASharedPartOnce() {
        Scalar doubled = X;
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        assertEquals(0x1p60, Evaluation.of(doubled, 1));
        assertEquals(0x1p60, Evaluation.of(Derivative.of(doubled, 0), 1));
        assertEquals(1, Inputs.count(doubled));
    }

    @Test
    void countsTheInputsOfEveryKindOfNode() {
        assertEquals(0, Inputs.count(Scalar.of(3)));
        assertEquals(5, Inputs.count(Scalar.input(4)));
        assertEquals(3, Inputs.count(X.plus(Scalar.input(2).sin())));
        Scalar inOtherwise = X.ifLess(Scalar.of(0), Scalar.input(1), Scalar.input(6));
        assertEquals(7, Inputs.count(inOtherwise));
    }
}
