package org.neuralredshift.api.expression;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/**
 * An immutable expression over real numbers. Backends lower it to code; {@link Derivative} differentiates it.
 *
 * <p>Expressions are directed acyclic graphs: using one object twice means computing it once.
 */
@Api(STABLE)
public sealed interface Scalar {
    /**
     * A number known when the program is compiled.
     *
     * @param value any number; a float32 backend rounds it
     */
    record Constant(double value) implements Scalar {}

    /**
     * The element of one operand of the enclosing {@code Map}: the argument, or a run-time parameter.
     *
     * @param index of the operand, from 0
     */
    record Input(int index) implements Scalar {}

    /**
     * One operand.
     *
     * @param operation what is done
     * @param operand to what
     */
    record Unary(UnaryOperation operation, Scalar operand) implements Scalar {}

    /**
     * Two operands.
     *
     * @param operation what is done
     * @param left first operand
     * @param right second operand
     */
    record Binary(BinaryOperation operation, Scalar left, Scalar right) implements Scalar {}

    /**
     * {@code then} where {@code left comparison right} holds, else {@code otherwise}. A NaN compares false.
     *
     * @param comparison how the first two are compared
     * @param left compared
     * @param right compared
     * @param then the value where the comparison holds
     * @param otherwise the value elsewhere
     */
    record Select(Comparison comparison, Scalar left, Scalar right, Scalar then, Scalar otherwise) implements Scalar {}

    /** Operations with one operand. */
    enum UnaryOperation {
        /** -x. */
        NEGATE,
        /** |x|. */
        ABSOLUTE,
        /** e^x. */
        EXPONENTIAL,
        /** Natural logarithm; NaN below zero, -infinity at zero. */
        LOGARITHM,
        /** Square root; NaN below zero. */
        SQUARE_ROOT,
        /** sin x, x in radians, of any size; NaN at infinity. */
        SINE,
        /** cos x, x in radians, of any size; NaN at infinity. */
        COSINE,
        /** Hyperbolic tangent. */
        TANH,
        /** 1 / (1 + e^-x). */
        SIGMOID,
        /** Error function, 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
        ERROR_FUNCTION
    }

    /** Operations with two operands. */
    enum BinaryOperation {
        /** a + b. */
        ADD,
        /** a - b. */
        SUBTRACT,
        /** a * b. */
        MULTIPLY,
        /** a / b. */
        DIVIDE,
        /** The smaller one; NaN if either is NaN. */
        MINIMUM,
        /** The larger one; NaN if either is NaN. */
        MAXIMUM,
        /** a to the power b; NaN for a negative a unless b is a whole number. */
        POWER
    }

    /** Comparisons of a {@link Select}. */
    enum Comparison {
        /** left &lt; right. */
        LESS,
        /** left &lt;= right. */
        LESS_OR_EQUAL,
        /** left == right. */
        EQUAL
    }

    /** A constant. */
    static Scalar of(double value) {
        return new Constant(value);
    }

    /** The input of that index. */
    static Scalar input(int index) {
        return new Input(index);
    }

    /** this + other. */
    default Scalar plus(Scalar other) {
        return new Binary(BinaryOperation.ADD, this, other);
    }

    /** this + number. */
    default Scalar plus(double number) {
        return plus(of(number));
    }

    /** this - other. */
    default Scalar minus(Scalar other) {
        return new Binary(BinaryOperation.SUBTRACT, this, other);
    }

    /** this - number. */
    default Scalar minus(double number) {
        return minus(of(number));
    }

    /** this * other. */
    default Scalar times(Scalar other) {
        return new Binary(BinaryOperation.MULTIPLY, this, other);
    }

    /** this * number. */
    default Scalar times(double number) {
        return times(of(number));
    }

    /** this / other. */
    default Scalar dividedBy(Scalar other) {
        return new Binary(BinaryOperation.DIVIDE, this, other);
    }

    /** this / number. */
    default Scalar dividedBy(double number) {
        return dividedBy(of(number));
    }

    /** The smaller one of this and other. */
    default Scalar min(Scalar other) {
        return new Binary(BinaryOperation.MINIMUM, this, other);
    }

    /** The larger one of this and other; at a tie the derivative is that of {@code other}. */
    default Scalar max(Scalar other) {
        return new Binary(BinaryOperation.MAXIMUM, this, other);
    }

    /** this to the power other. */
    default Scalar power(Scalar other) {
        return new Binary(BinaryOperation.POWER, this, other);
    }

    /** this * this. */
    default Scalar squared() {
        return times(this);
    }

    /** -this. */
    default Scalar negated() {
        return new Unary(UnaryOperation.NEGATE, this);
    }

    /** |this|. */
    default Scalar abs() {
        return new Unary(UnaryOperation.ABSOLUTE, this);
    }

    /** e to the power this. */
    default Scalar exp() {
        return new Unary(UnaryOperation.EXPONENTIAL, this);
    }

    /** Natural logarithm of this. */
    default Scalar log() {
        return new Unary(UnaryOperation.LOGARITHM, this);
    }

    /** Square root of this. */
    default Scalar sqrt() {
        return new Unary(UnaryOperation.SQUARE_ROOT, this);
    }

    /** Sine of this. */
    default Scalar sin() {
        return new Unary(UnaryOperation.SINE, this);
    }

    /** Cosine of this. */
    default Scalar cos() {
        return new Unary(UnaryOperation.COSINE, this);
    }

    /** Hyperbolic tangent of this. */
    default Scalar tanh() {
        return new Unary(UnaryOperation.TANH, this);
    }

    /** 1 / (1 + e^-this). */
    default Scalar sigmoid() {
        return new Unary(UnaryOperation.SIGMOID, this);
    }

    /** Error function of this. */
    default Scalar erf() {
        return new Unary(UnaryOperation.ERROR_FUNCTION, this);
    }

    /** {@code then} where this &lt; bound, else {@code otherwise}. */
    default Scalar ifLess(Scalar bound, Scalar then, Scalar otherwise) {
        return new Select(Comparison.LESS, this, bound, then, otherwise);
    }

    /** {@code then} where this &lt;= bound, else {@code otherwise}. */
    default Scalar ifLessOrEqual(Scalar bound, Scalar then, Scalar otherwise) {
        return new Select(Comparison.LESS_OR_EQUAL, this, bound, then, otherwise);
    }

    /** {@code then} where this == bound, else {@code otherwise}. */
    default Scalar ifEqual(Scalar bound, Scalar then, Scalar otherwise) {
        return new Select(Comparison.EQUAL, this, bound, then, otherwise);
    }
}
