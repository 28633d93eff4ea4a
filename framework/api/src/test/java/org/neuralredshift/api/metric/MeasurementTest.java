package org.neuralredshift.api.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.data.Status;

class MeasurementTest {
    private final Measurement measurement = new Measurement();

    @Test
    void aValueWithoutASoundStatusIsNaN() {
        measurement.value(0.5);
        measurement.raw(12);
        assertEquals(0.5, measurement.value());
        assertEquals(12, measurement.raw());
        measurement.status(Status.CONSTANT);
        assertEquals(Double.NaN, measurement.value());
        assertEquals(Double.NaN, measurement.raw());
    }

    @Test
    void aReasonGoesWithTheStatusThatItWasGivenFor() {
        measurement.status(Status.ROUNDING_NOISE, "all that varies is a checkerboard");
        assertEquals(Status.ROUNDING_NOISE, measurement.status());
        assertEquals("all that varies is a checkerboard", measurement.reason().orElseThrow());
        measurement.status(Status.CONSTANT);
        assertEquals(Optional.empty(), measurement.reason());
        measurement.status(Status.FAILED, "no");
        measurement.clear();
        assertEquals(Optional.empty(), measurement.reason());
    }

    @Test
    void clearingForgetsEverything() {
        measurement.value(0.5);
        measurement.status(Status.OVERFLOW);
        measurement.spectrum(new double[] {1, 2, 3}, 2);
        measurement.clear();
        assertEquals(Status.OK, measurement.status());
        assertEquals(Double.NaN, measurement.value());
        assertArrayEquals(new double[0], measurement.spectrum());
    }

    @Test
    void theSpectrumIsACopyOfItsFirstElements() {
        double[] amplitudes = {1, 2, 3};
        measurement.spectrum(amplitudes, 2);
        amplitudes[0] = 9;
        assertArrayEquals(new double[] {1, 2}, measurement.spectrum());
    }
}
