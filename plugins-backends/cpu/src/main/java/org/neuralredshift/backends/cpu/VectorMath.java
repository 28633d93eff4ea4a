package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.Coefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The elementary functions of {@link ScalarMath} on vectors, bit for bit. */
final class VectorMath {
    private static final FloatVector ROUND = Lanes.broadcast(ROUNDING);
    private static final FloatVector ONE = Lanes.broadcast(1);
    private static final FloatVector INFINITY = Lanes.broadcast(Float.POSITIVE_INFINITY);
    private static final FloatVector ZERO = Lanes.broadcast(0);
    private static final IntVector SIGN = IntVector.broadcast(Lanes.INTS, Integer.MIN_VALUE);
    private static final IntVector ONE_BITS = IntVector.broadcast(Lanes.INTS, Float.floatToRawIntBits(1f));

    private static final FloatVector EXP_0 = Lanes.broadcast(EXP[0]);
    private static final FloatVector EXP_1 = Lanes.broadcast(EXP[1]);
    private static final FloatVector EXP_2 = Lanes.broadcast(EXP[2]);
    private static final FloatVector EXP_3 = Lanes.broadcast(EXP[3]);
    private static final FloatVector EXP_4 = Lanes.broadcast(EXP[4]);
    private static final FloatVector EXP_5 = Lanes.broadcast(EXP[5]);
    private static final FloatVector EXP_6 = Lanes.broadcast(EXP[6]);
    private static final FloatVector LOG2_E_ALL = Lanes.broadcast(LOG2_E);
    private static final FloatVector MINUS_LN2_HIGH = Lanes.broadcast(-LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = Lanes.broadcast(-LN2_LOW);
    private static final FloatVector OVERFLOW = Lanes.broadcast(EXP_OVERFLOW);
    private static final FloatVector UNDERFLOW = Lanes.broadcast(EXP_UNDERFLOW);

    private static final FloatVector SINE_0 = Lanes.broadcast(SINE[0]);
    private static final FloatVector SINE_1 = Lanes.broadcast(SINE[1]);
    private static final FloatVector SINE_2 = Lanes.broadcast(SINE[2]);
    private static final FloatVector SINE_3 = Lanes.broadcast(SINE[3]);
    private static final FloatVector INVERSE_PI_ALL = Lanes.broadcast(INVERSE_PI);
    private static final FloatVector MINUS_PI_HIGH = Lanes.broadcast(-PI_HIGH);
    private static final FloatVector MINUS_PI_MIDDLE = Lanes.broadcast(-PI_MIDDLE);
    private static final FloatVector MINUS_PI_LOW = Lanes.broadcast(-PI_LOW);
    private static final FloatVector LIMIT = Lanes.broadcast(SINE_LIMIT);
    private static final FloatVector HALF = Lanes.broadcast(0.5f);

    private static final SegmentTable TANH_0 = SegmentTable.of(TANH[0]);
    private static final SegmentTable TANH_1 = SegmentTable.of(TANH[1]);
    private static final SegmentTable TANH_2 = SegmentTable.of(TANH[2]);
    private static final SegmentTable TANH_3 = SegmentTable.of(TANH[3]);
    private static final SegmentTable TANH_4 = SegmentTable.of(TANH[4]);
    private static final SegmentTable TANH_5 = SegmentTable.of(TANH[5]);
    private static final FloatVector TANH_SCALE_ALL = Lanes.broadcast(TANH_SCALE);
    private static final FloatVector MINUS_TANH_STEP = Lanes.broadcast(-TANH_STEP);
    private static final FloatVector TANH_LIMIT_ALL = Lanes.broadcast(TANH_LIMIT);

    private static final SegmentTable ERF_0 = SegmentTable.of(ERF[0]);
    private static final SegmentTable ERF_1 = SegmentTable.of(ERF[1]);
    private static final SegmentTable ERF_2 = SegmentTable.of(ERF[2]);
    private static final SegmentTable ERF_3 = SegmentTable.of(ERF[3]);
    private static final SegmentTable ERF_4 = SegmentTable.of(ERF[4]);
    private static final FloatVector ERF_SCALE_ALL = Lanes.broadcast(ERF_SCALE);
    private static final FloatVector MINUS_ERF_STEP = Lanes.broadcast(-ERF_STEP);
    private static final FloatVector ERF_LIMIT_ALL = Lanes.broadcast(ERF_LIMIT);

    private VectorMath() {}

    static FloatVector exponential(FloatVector x) {
        FloatVector shifted = x.fma(LOG2_E_ALL, ROUND);
        FloatVector k = shifted.sub(ROUND);
        FloatVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, x));
        FloatVector p = EXP_6.fma(r, EXP_5)
                .fma(r, EXP_4)
                .fma(r, EXP_3)
                .fma(r, EXP_2)
                .fma(r, EXP_1)
                .fma(r, EXP_0);
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        FloatVector result = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
        return result.blend(INFINITY, x.compare(VectorOperators.GT, OVERFLOW))
                .blend(ZERO, x.compare(VectorOperators.LT, UNDERFLOW));
    }

    static FloatVector sigmoid(FloatVector x) {
        return ONE.div(ONE.add(exponential(x.neg())));
    }

    static FloatVector sine(FloatVector x) {
        if (x.abs().compare(VectorOperators.LE, LIMIT).allTrue()) {
            FloatVector shifted = x.fma(INVERSE_PI_ALL, ROUND);
            return reducedSine(x, shifted.sub(ROUND), shifted);
        }
        return lane(x, ScalarMath::sine);
    }

    static FloatVector cosine(FloatVector x) {
        if (x.abs().compare(VectorOperators.LE, LIMIT).allTrue()) {
            FloatVector shifted = x.fma(INVERSE_PI_ALL, HALF).add(ROUND);
            return reducedSine(x, shifted.sub(ROUND).sub(HALF), shifted);
        }
        return lane(x, ScalarMath::cosine);
    }

    private static FloatVector reducedSine(FloatVector x, FloatVector k, FloatVector shifted) {
        FloatVector r = k.fma(MINUS_PI_LOW, k.fma(MINUS_PI_MIDDLE, k.fma(MINUS_PI_HIGH, x)));
        FloatVector s = r.mul(r);
        FloatVector p = SINE_3.fma(s, SINE_2).fma(s, SINE_1).fma(s, SINE_0);
        FloatVector sine = r.mul(s).fma(p, r);
        IntVector sign = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 31);
        return sine.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector shifted = t.fma(TANH_SCALE_ALL, ROUND);
        FloatVector r = shifted.sub(ROUND).fma(MINUS_TANH_STEP, t);
        IntVector segment = shifted.reinterpretAsInts();
        FloatVector p = TANH_5.at(segment)
                .fma(r, TANH_4.at(segment))
                .fma(r, TANH_3.at(segment))
                .fma(r, TANH_2.at(segment))
                .fma(r, TANH_1.at(segment))
                .fma(r, TANH_0.at(segment));
        return x.mul(p).blend(signedOne(x), t.compare(VectorOperators.GT, TANH_LIMIT_ALL));
    }

    static FloatVector errorFunction(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector shifted = t.fma(ERF_SCALE_ALL, ROUND);
        FloatVector r = shifted.sub(ROUND).fma(MINUS_ERF_STEP, t);
        IntVector segment = shifted.reinterpretAsInts();
        FloatVector p = ERF_4.at(segment)
                .fma(r, ERF_3.at(segment))
                .fma(r, ERF_2.at(segment))
                .fma(r, ERF_1.at(segment))
                .fma(r, ERF_0.at(segment));
        return x.mul(p).blend(signedOne(x), t.compare(VectorOperators.GT, ERF_LIMIT_ALL));
    }

    private static FloatVector signedOne(FloatVector x) {
        return x.reinterpretAsInts()
                .lanewise(VectorOperators.AND, SIGN)
                .lanewise(VectorOperators.OR, ONE_BITS)
                .reinterpretAsFloats();
    }

    static FloatVector logarithm(FloatVector x) {
        VectorMask<Float> subnormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        FloatVector normal = x.blend(x.mul(0x1p23f), subnormal);
        IntVector bits = normal.reinterpretAsInts();
        IntVector exponent = bits.sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(ONE);
        FloatVector k = ((FloatVector) exponent.convert(VectorOperators.I2F, 0)).sub(ZERO.blend(23f, subnormal));
        FloatVector u = f.sub(LOG_CENTRE);
        FloatVector p = Lanes.broadcast(LOG[8]);
        for (int d = 7; d >= 0; d--) {
            p = p.fma(u, Lanes.broadcast(LOG[d]));
        }
        FloatVector square = f.mul(f);
        FloatVector tail = square.mul(f).fma(p, k.mul(LN2_LOW));
        FloatVector result =
                k.fma(Lanes.broadcast(LN2_HIGH), f.add(Lanes.broadcast(-0.5f).fma(square, tail)));
        return result.blend(Float.NaN, x.compare(VectorOperators.LT, ZERO))
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, ZERO))
                .blend(x, x.compare(VectorOperators.LT, INFINITY).not());
    }

    /** The scalar function on each lane: for arguments outside the fast path, and for powers. */
    private static FloatVector lane(FloatVector x, LaneFunction function) {
        float[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = function.apply(lanes[i]);
        }
        return FloatVector.fromArray(Lanes.FLOATS, lanes, 0);
    }

    static FloatVector power(FloatVector a, FloatVector b) {
        float[] base = a.toArray();
        float[] exponent = b.toArray();
        for (int i = 0; i < base.length; i++) {
            base[i] = ScalarMath.power(base[i], exponent[i]);
        }
        return FloatVector.fromArray(Lanes.FLOATS, base, 0);
    }

    @FunctionalInterface
    private interface LaneFunction {
        float apply(float x);
    }
}
