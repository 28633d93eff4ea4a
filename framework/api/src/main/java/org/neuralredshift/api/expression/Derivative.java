package org.neuralredshift.api.expression;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.IdentityHashMap;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar.Comparison;

/**
 * Symbolic derivatives.
 *
 * <p>Conventions at kinks, which every backend shares: |x|' is 0 at 0; at a tie, max(a, b) and min(a, b) take the
 * derivative of b, so that max(x, 0)' is 0 at 0; a selection takes the derivative of the branch that it takes.
 *
 * <p>Derivatives of tanh, sigmoid and erf are finite wherever the function is: 0 far out, never 0 / 0. At the ends of a
 * domain they follow IEEE 754: sqrt' is infinite at 0, and a^b has no derivative by b at a = 0 (NaN).
 */
@Api(STABLE)
public final class Derivative {
    private static final Scalar ZERO = Scalar.of(0);
    private static final Scalar ONE = Scalar.of(1);

    private final int index;
    private final Map<Scalar, Scalar> known = new IdentityHashMap<>();

    private Derivative(int index) {
        this.index = index;
    }

    /**
     * The partial derivative of {@code expression} with respect to input number {@code index}; the constant 0 if it does
     * not depend on it. Shared parts stay shared. The result can be differentiated again.
     */
    public static Scalar of(Scalar expression, int index) {
        return new Derivative(index).derive(expression);
    }

    private Scalar derive(Scalar e) {
        Scalar earlier = known.get(e);
        if (earlier != null) {
            return earlier;
        }
        Scalar derivative = switch (e) {
            case Scalar.Constant c -> ZERO;
            case Scalar.Input i -> i.index() == index ? ONE : ZERO;
            case Scalar.Unary u -> times(outer(u), derive(u.operand()));
            case Scalar.Binary b -> binary(b, derive(b.left()), derive(b.right()));
            case Scalar.Select s ->
                select(s.comparison(), s.left(), s.right(), derive(s.then()), derive(s.otherwise()));
        };
        known.put(e, derivative);
        return derivative;
    }

    private static Scalar outer(Scalar.Unary u) {
        Scalar x = u.operand();
        return switch (u.operation()) {
            case NEGATE -> Scalar.of(-1);
            case ABSOLUTE -> ZERO.ifLess(x, ONE, x.ifLess(ZERO, Scalar.of(-1), ZERO));
            case EXPONENTIAL -> u;
            case LOGARITHM -> ONE.dividedBy(x);
            case SQUARE_ROOT -> Scalar.of(0.5).dividedBy(u);
            case SINE -> x.cos();
            case COSINE -> x.sin().negated();
            case TANH -> ONE.minus(u.squared());
            case SIGMOID -> u.times(x.negated().sigmoid());
            case ERROR_FUNCTION -> x.squared().negated().exp().times(1.1283791670955126);
        };
    }

    private static Scalar binary(Scalar.Binary b, Scalar left, Scalar right) {
        return switch (b.operation()) {
            case ADD -> plus(left, right);
            case SUBTRACT -> plus(left, times(Scalar.of(-1), right));
            case MULTIPLY -> plus(times(left, b.right()), times(b.left(), right));
            case DIVIDE ->
                plus(
                        isZero(left) ? ZERO : left.dividedBy(b.right()),
                        isZero(right) ? ZERO : times(b.dividedBy(b.right()).negated(), right));
            case MINIMUM -> select(Comparison.LESS, b.left(), b.right(), left, right);
            case MAXIMUM -> select(Comparison.LESS, b.right(), b.left(), left, right);
            case POWER ->
                plus(
                        times(times(b.right(), b.left().power(lowered(b.right()))), left),
                        isZero(right) ? ZERO : times(b.times(b.left().log()), right));
        };
    }

    private static Scalar select(Comparison comparison, Scalar left, Scalar right, Scalar then, Scalar otherwise) {
        return then instanceof Scalar.Constant && then.equals(otherwise)
                ? then
                : new Scalar.Select(comparison, left, right, then, otherwise);
    }

    /** exponent - 1; a constant stays one, so that the third derivative of x squared is 0 and not 0 / 0 at 0. */
    private static Scalar lowered(Scalar exponent) {
        return exponent instanceof Scalar.Constant c ? Scalar.of(c.value() - 1) : exponent.minus(1);
    }

    private static Scalar plus(Scalar a, Scalar b) {
        return isZero(a) ? b : isZero(b) ? a : a.plus(b);
    }

    private static Scalar times(Scalar a, Scalar b) {
        if (isZero(a) || isZero(b)) {
            return ZERO;
        }
        return a.equals(ONE) ? b : b.equals(ONE) ? a : a.times(b);
    }

    private static boolean isZero(Scalar e) {
        return e.equals(ZERO);
    }
}
