package org.neuralredshift.api.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;

/** Against central differences of the value, and of the first derivative for the second. */
class DerivativeTest {
    private static final Scalar X = Scalar.input(0);
    private static final Scalar Y = Scalar.input(1);
    private static final Scalar ZERO = Scalar.of(0);
    private static final double[][] POINTS = {{0.3, 1.7}, {2.5, 0.4}, {1.1, -0.6}, {4.2, 2.9}};

    @TestFactory
    List<DynamicTest> everyOperationAgreesWithDifferencesInFirstAndSecondOrder() {
        List<DynamicTest> tests = new ArrayList<>();
        for (UnaryOperation operation : UnaryOperation.values()) {
            // The inner function makes the chain rule count.
            Scalar inner = X.times(0.5).plus(Y.squared().times(0.1));
            tests.add(test(operation.name(), new Scalar.Unary(operation, inner)));
        }
        for (BinaryOperation operation : BinaryOperation.values()) {
            tests.add(test(operation.name(), new Scalar.Binary(operation, X, Y)));
            tests.add(test(operation.name() + " of two functions", new Scalar.Binary(operation, X.exp(), X.times(Y))));
            tests.add(test(operation.name() + " by a constant", new Scalar.Binary(operation, X, Scalar.of(3))));
        }
        tests.add(test("SELECT", X.ifLess(Y, X.times(Y), X.sin())));
        return tests;
    }

    private static DynamicTest test(String name, Scalar expression) {
        return DynamicTest.dynamicTest(name, () -> {
            for (double[] point : POINTS) {
                for (int index = 0; index < 2; index++) {
                    Scalar first = Derivative.of(expression, index);
                    assertAgrees(expression, first, index, point);
                    assertAgrees(first, Derivative.of(first, index), index, point);
                }
            }
        });
    }

    private static void assertAgrees(Scalar function, Scalar derivative, int index, double[] point) {
        double step = 1e-5;
        double[] above = point.clone();
        double[] below = point.clone();
        above[index] += step;
        below[index] -= step;
        double expected = (Evaluation.of(function, above) - Evaluation.of(function, below)) / (2 * step);
        double tolerance = 1e-6 * Math.max(1, Math.abs(expected));
        assertEquals(expected, Evaluation.of(derivative, point), tolerance);
    }

    @Test
    void atItsKinkTheAbsoluteValueHasDerivativeZero() {
        Scalar derivative = Derivative.of(X.abs(), 0);
        assertEquals(-1, Evaluation.of(derivative, -1e-300));
        assertEquals(0, Evaluation.of(derivative, 0));
        assertEquals(0, Evaluation.of(derivative, -0.0));
        assertEquals(1, Evaluation.of(derivative, 1e-300));
    }

    @Test
    void atATieMaximumAndMinimumTakeTheDerivativeOfTheSecondOperand() {
        assertEquals(0, Evaluation.of(Derivative.of(X.max(ZERO), 0), 0));
        assertEquals(1, Evaluation.of(Derivative.of(ZERO.max(X), 0), 0));
        assertEquals(0, Evaluation.of(Derivative.of(X.min(ZERO), 0), 0));
        assertEquals(1, Evaluation.of(Derivative.of(ZERO.min(X), 0), 0));
    }

    @Test
    void aSelectionTakesTheDerivativeOfTheBranchThatItTakes() {
        Scalar strict = Derivative.of(X.ifLess(ZERO, X.times(2), X.times(5)), 0);
        Scalar inclusive = Derivative.of(X.ifLessOrEqual(ZERO, X.times(2), X.times(5)), 0);
        Scalar exact = Derivative.of(X.ifEqual(ZERO, X.times(2), X.times(5)), 0);
        assertEquals(5, Evaluation.of(strict, 0));
        assertEquals(2, Evaluation.of(inclusive, 0));
        assertEquals(2, Evaluation.of(exact, 0));
        assertEquals(5, Evaluation.of(exact, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = UnaryOperation.class,
            names = {"TANH", "SIGMOID", "ERROR_FUNCTION"})
    void saturatedFunctionsAreFlatAndFiniteFarOut(UnaryOperation operation) {
        Scalar function = new Scalar.Unary(operation, X);
        Scalar first = Derivative.of(function, 0);
        Scalar second = Derivative.of(first, 0);
        for (double x : new double[] {-1e20, 1e20, -800, 800}) {
            assertEquals(0, Evaluation.of(first, x), 1e-300, "first at " + x);
            assertEquals(0, Evaluation.of(second, x), 1e-300, "second at " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2})
    void smallWholePowersHaveEveryDerivativeAtZero(double exponent) {
        Scalar derivative = X.power(Scalar.of(exponent));
        for (int order = 1; order <= 4; order++) {
            derivative = Derivative.of(derivative, 0);
            double expected = order == exponent ? exponent : 0;
            assertEquals(expected, Evaluation.of(derivative, 0), "derivative " + order);
        }
    }

    @Test
    void aQuotientOfHugeNumbersDoesNotOverflowOnTheWay() {
        Scalar derivative = Derivative.of(X.dividedBy(Y), 1);
        assertEquals(-1e-200, Evaluation.of(derivative, 1e200, 1e200), 1e-214);
    }

    @Test
    void whatDoesNotDependOnTheInputHasDerivativeZero() {
        assertEquals(ZERO, Derivative.of(Y.sin().times(Y.exp()), 0));
        assertEquals(ZERO, Derivative.of(Y.ifLess(ZERO, Y, Y.sqrt()).max(Scalar.of(2)), 0));
    }
}
