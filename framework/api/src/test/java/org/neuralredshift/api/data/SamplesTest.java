package org.neuralredshift.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static Status status(float... values) {
        Samples samples = new Samples(new Grid(List.of(Axis.uniform(values.length))));
        System.arraycopy(values, 0, samples.values(), 0, values.length);
        return samples.status();
    }

    @Test
    void ordinaryValuesCanBeMeasured() {
        assertEquals(Status.OK, status(1, 2, 3));
        assertEquals(Status.OK, status(-1e-30f, 1e-30f));
    }

    @Test
    void equalValuesAreConstantAndSoAreTheTwoZeros() {
        assertEquals(Status.CONSTANT, status(3, 3, 3));
        assertEquals(Status.CONSTANT, status(0f, -0f, 0f));
        assertEquals(Status.CONSTANT, status(7));
    }

    @Test
    void aRangeBelowTheThresholdIsRoundingNoiseAndOneAboveIsNot() {
        assertEquals(Status.ROUNDING_NOISE, status(1000f, Math.nextUp(1000f), 1000f));
        assertEquals(Status.ROUNDING_NOISE, status(-1000f, -1000.9f));
        assertEquals(Status.OK, status(1000f, 1001.1f));
    }

    @Test
    void aSingleNaNOrInfinityAnywhereIsOverflow() {
        assertEquals(Status.OVERFLOW, status(Float.NaN, 1, 2));
        assertEquals(Status.OVERFLOW, status(1, 2, Float.NaN));
        assertEquals(Status.OVERFLOW, status(1, Float.POSITIVE_INFINITY, 2));
        assertEquals(Status.OVERFLOW, status(Float.NEGATIVE_INFINITY, 1, 2));
        assertEquals(Status.OVERFLOW, status(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY));
        assertEquals(Status.OVERFLOW, status(Float.NaN, Float.NaN));
    }

    @Test
    void hugeFiniteValuesDoNotOverflow() {
        assertEquals(Status.OK, status(-Float.MAX_VALUE, Float.MAX_VALUE, 0));
    }
}
