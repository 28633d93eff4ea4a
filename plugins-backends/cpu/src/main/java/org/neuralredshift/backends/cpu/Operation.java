package org.neuralredshift.backends.cpu;

import java.util.List;

/**
 * What an instruction of an {@link ExpressionCode} does. Each operation has one answer by IEEE 754, so single numbers and
 * vectors give the same bits.
 */
enum Operation {
    /** a + b. */
    ADD(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** a - b. */
    SUBTRACT(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** a b. */
    MULTIPLY(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** a / b. */
    DIVIDE(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** a b + c, rounded once. */
    FMA(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** The smaller one; NaN if either is NaN, and -0 is below +0. */
    MINIMUM(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** The larger one; NaN if either is NaN, and -0 is below +0. */
    MAXIMUM(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** a to the power b: the float64 result, rounded. */
    POWER(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** -a. */
    NEGATE(Kind.FLOAT, Kind.FLOAT),
    /** |a|. */
    ABSOLUTE(Kind.FLOAT, Kind.FLOAT),
    /** Square root. */
    SQUARE_ROOT(Kind.FLOAT, Kind.FLOAT),
    /** c where a &lt; b, else d. */
    IF_LESS(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** c where a &lt;= b, else d. */
    IF_LESS_OR_EQUAL(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** c where a == b, else d. */
    IF_EQUAL(Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT, Kind.FLOAT),
    /** The bits of a float. */
    TO_BITS(Kind.BITS, Kind.FLOAT),
    /** The float of those bits. */
    FROM_BITS(Kind.FLOAT, Kind.BITS),
    /** The float nearest to a whole number. */
    FROM_WHOLE(Kind.FLOAT, Kind.BITS),
    /** a + b, modulo 2^32. */
    ADD_BITS(Kind.BITS, Kind.BITS, Kind.BITS),
    /** a - b, modulo 2^32. */
    SUBTRACT_BITS(Kind.BITS, Kind.BITS, Kind.BITS),
    /** Bits set in both. */
    AND(Kind.BITS, Kind.BITS, Kind.BITS),
    /** Bits set in either. */
    OR(Kind.BITS, Kind.BITS, Kind.BITS),
    /** Bits set in one of them. */
    XOR(Kind.BITS, Kind.BITS, Kind.BITS);

    /** What a lane of a value holds. */
    enum Kind {
        /** A float32. */
        FLOAT,
        /** 32 bits: a whole number, or the bits of a float. */
        BITS
    }

    private final Kind result;
    private final List<Kind> arguments;

    Operation(Kind result, Kind... arguments) {
        this.result = result;
        this.arguments = List.of(arguments);
    }

    Kind result() {
        return result;
    }

    List<Kind> arguments() {
        return arguments;
    }
}
