package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;

class PrototypeMetricTest {
    private final PrototypeMetric prototype = new PrototypeMetric();

    /*
     * a = np.linspace(-1, 1, n); x1, x2 = np.meshgrid(a, a)
     * f = (np.sin(3*x1 + 1) * np.cos(5*x2)).astype(np.float32).astype(float)
     * F = abs(np.fft.rfft2(f)); F[0, 0] = 0; F = F[:n//2 + 1]
     * i = np.arange(n//2 + 1); r = np.rint(np.hypot(i[:, None], i)).astype(int)
     * s = np.bincount(r.ravel(), F.ravel()); raw = (np.arange(len(s)) * s).sum() / s.sum(); raw / (len(s) - 1)
     */
    @ParameterizedTest
    @CsvSource({"15, 0.19361968127132162, 1.936196812713216", "16, 0.17695994055544706, 1.9465593461099178"})
    void agreesWithNumPy(int n, double value, double raw) {
        Samples f = Functions.sampled(n, (x1, x2) -> StrictMath.sin(3 * x1 + 1) * StrictMath.cos(5 * x2));
        Measurement out = Functions.measure(prototype, Map.of(), f);
        assertEquals(value, out.value(), 1e-6);
        assertEquals(raw, out.raw(), 1e-6);
    }

    @Test
    void addsUpTheRingsOfTheQuarterPlane() {
        int n = 9;
        Samples f = Functions.noise(n, 3);
        double[][] plane = new double[n][n];
        for (int i = 0; i < n * n; i++) {
            plane[i / n][i % n] = f.values()[i];
        }
        double[] expected = new double[6];
        for (int i = 0; i <= 4; i++) {
            for (int j = 0; j <= 4; j++) {
                int ring = (int) Math.rint(Math.hypot(i, j));
                if (ring > 0) {
                    expected[ring - 1] += SlowTransform.amplitude(plane, i, j) / (n * n);
                }
            }
        }
        double[] spectrum = Functions.measure(prototype, Map.of(), f).spectrum();
        assertEquals(6, spectrum.length);
        for (int k = 0; k < 6; k++) {
            assertEquals(expected[k], spectrum[k], 1e-7);
        }
    }

    @Test
    void whiteNoiseMeasuresAboutPointFiveFour() {
        double sum = 0;
        for (int seed = 0; seed < 50; seed++) {
            sum += Functions.measure(prototype, Map.of(), Functions.noise(64, seed))
                            .value()
                    / 50;
        }
        assertEquals(0.545, sum, 0.006);
    }

    @Test
    void aWaveInTheOtherQuarterIsNotMeasured() {
        Samples hidden = Functions.wave(12, 3, -2, 0.4);
        Samples seen = Functions.wave(12, 3, 2, 0.4);
        assertEquals(Status.OK, Functions.measure(prototype, Map.of(), seen).status());
        assertEquals(4, Functions.measure(prototype, Map.of(), seen).raw(), 1e-4);
        Measurement nothing = Functions.measure(prototype, Map.of(), hidden);
        assertEquals(Status.ROUNDING_NOISE, nothing.status());
        assertEquals(
                "all that varies is in the other quarter of the plane, which is not read",
                nothing.reason().orElseThrow());
    }
}
