package org.neuralredshift.backends.dl4j;

import java.util.List;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.backends.dl4j.Value.Type;

/** What ND4J lacks, or has in a form that is wrong or slow, out of operations that it has. */
final class ElementaryFunctions {
    /** ND4J's number for a cast to whole numbers of 32 bits. */
    private static final long TO_INTEGER = 7;
    /** Fitted for the least relative error, 2e-8. */
    private static final float[] TANH_NUMERATOR = {1, 0.13381025f, 0.0034955884f, 2.0609088e-5f, 1.3354668e-8f};

    private static final float[] TANH_DENOMINATOR = {1, 0.46714342f, 0.025876984f, 3.2856353e-4f, 7.7765611e-7f};
    /** From here on tanh is 1 in float32. */
    private static final float TANH_LIMIT = 9;

    private final ProgramBuilder program;

    ElementaryFunctions(ProgramBuilder program) {
        this.program = program;
    }

    /** The sum of two values. A row that is added to every row has an operation of its own, which takes a third of the time. */
    Value sum(Value left, Value right) {
        if (isRowOf(right, left)) {
            return program.elementwise("biasadd", left, right);
        }
        return isRowOf(left, right)
                ? program.elementwise("biasadd", right, left)
                : program.elementwise("add", left, right);
    }

    private static boolean isRowOf(Value row, Value matrix) {
        return row.shape().rank() == 1
                && matrix.shape().rank() == 2
                && row.shape().extent(0) == matrix.shape().extent(1);
    }

    /** All 32 bits set where a comparison holds, else none. */
    Value mask(String comparison, Value left, Value right) {
        Value truth = program.elementwise(comparison, Type.TRUTH, left, right);
        Operation cast = new Operation.Named("cast", false, List.of(TO_INTEGER), List.of());
        Value one = program.apply(cast, Type.INTEGER, truth.shape(), truth);
        return program.transform(Operation.Transform.NEGATE, one);
    }

    /**
     * One of two values, bit for bit, where a mask is set or not. ND4J's own {@code select} takes some 200 ns per element,
     * and multiplying by 0 or 1 makes NaN of what was not chosen.
     */
    Value choose(Value mask, Value then, Value otherwise) {
        Value a = then.as(Type.INTEGER);
        Value b = otherwise.as(Type.INTEGER);
        Value difference = bits("bitwise_xor", a, b);
        return bits("bitwise_xor", b, bits("bitwise_and", mask, difference)).as(Type.FLOAT);
    }

    /** A value, and NaN where another value is NaN. */
    Value withNaNOf(Value other, Value value) {
        Value isNaN = mask("not_equals", other, other);
        return bits("bitwise_or", value.as(Type.INTEGER), isNaN).as(Type.FLOAT);
    }

    private Value bits(String name, Value left, Value right) {
        return program.elementwise(name, Type.INTEGER, left, right);
    }

    /** The larger one of x and a number; NaN for NaN. */
    Value atLeast(float number, Value x) {
        return program.apply(new Operation.AtLeast(number), x.type(), x.shape(), x);
    }

    /** The smaller one of x and a number; NaN for NaN. */
    Value atMost(float number, Value x) {
        return negated(atLeast(-number, negated(x)));
    }

    private Value negated(Value x) {
        return program.transform(Operation.Transform.NEGATE, x);
    }

    /**
     * x P(x^2) / Q(x^2) within ±{@link #TANH_LIMIT}, with positive coefficients only. ND4J's own tanh goes through e^(2x), so
     * that it is 0 below 1e-8, and it is no faster.
     */
    Value tanh(Value x) {
        Value inside = negatedWithin(TANH_LIMIT, x);
        Value square = program.elementwise("multiply", inside, inside);
        Value numerator = program.elementwise("multiply", inside, polynomial(TANH_NUMERATOR, square));
        return negatedWithin(1, program.elementwise("divide", numerator, polynomial(TANH_DENOMINATOR, square)));
    }

    /** -x, but no further from 0 than a limit: ND4J's own clamps take as long as four operations. */
    private Value negatedWithin(float limit, Value x) {
        return atLeast(-limit, negated(atLeast(-limit, x)));
    }

    private Value polynomial(float[] coefficients, Value x) {
        int degree = coefficients.length - 1;
        Value sum = program.elementwise("multiply", x, program.number(coefficients[degree]));
        for (int power = degree - 1; power > 0; power--) {
            sum = program.elementwise(
                    "multiply", program.elementwise("add", sum, program.number(coefficients[power])), x);
        }
        return program.elementwise("add", sum, program.number(coefficients[0]));
    }

    /** Reduces one axis to extent 1. */
    Value reduce(String name, Value x, int axis, Shape shape) {
        Operation reduction = new Operation.Named(name, false, List.of((long) axis), List.of(true));
        return program.apply(reduction, x.type(), shape, x);
    }

    /** The maximum along an axis; ND4J's ignores NaN. */
    Value maximum(Value x, int axis, Shape shape) {
        Value maximum = reduce("reduce_max", x, axis, shape);
        Value isNaN = reduce("reduce_min", mask("not_equals", x, x), axis, shape);
        return bits("bitwise_or", maximum.as(Type.INTEGER), isNaN).as(Type.FLOAT);
    }
}
