package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhiteNoiseTest {
    @Test
    void knowsTheEllipticIntegral() {
        // Abramowitz and Stegun, table 17.1: E(0) = pi/2, E(0.5) = 1.35064 38810, E(0.99) = 1.01599 35450, E(1) = 1.
        assertEquals(Math.PI / 2, WhiteNoise.ellipticE(1), 1e-15);
        assertEquals(1.3506438810, WhiteNoise.ellipticE(0.5), 1e-10);
        assertEquals(1.0159935450, WhiteNoise.ellipticE(0.01), 1e-10);
        assertEquals(1, WhiteNoise.ellipticE(0), 0);
        assertEquals(1, WhiteNoise.ellipticE(1e-14), 1e-12);
    }

    @Test
    void withoutWindowBinsAreCircularOrReal() {
        WhiteNoise noise = new WhiteNoise(8, Window.NONE);
        assertEquals(0, noise.power(0, 0), 1e-10);
        assertEquals(64, noise.power(1, 2), 1e-10);
        assertEquals(Math.sqrt(Math.PI * 64) / 2, noise.amplitude(1, 2), 1e-10);
        assertEquals(Math.sqrt(2 * 64 / Math.PI), noise.amplitude(4, 4), 1e-10);
        assertEquals(Math.sqrt(2 * 64 / Math.PI), noise.amplitude(4, 0), 1e-10);
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void agreesWithManyDraws(Window window) {
        int n = 6;
        int draws = 20_000;
        int extent = window.extent(n);
        int half = extent / 2 + 1;
        double[] amplitude = new double[half * half];
        double[] power = new double[half * half];
        PlaneTransform transform = new PlaneTransform(extent);
        float[] weights = window.weights(n);
        float[] plane = new float[extent * extent];
        for (int draw = 0; draw < draws; draw++) {
            float[] values = Functions.noise(n, draw).values();
            double mean = Means.of(values);
            for (int row = 0; row < extent; row++) {
                for (int column = 0; column < extent; column++) {
                    plane[row * extent + column] =
                            (float) (values[window.source(row, n) * n + window.source(column, n)] - mean);
                }
            }
            ComplexColumns result = transform.apply(plane, weights);
            for (int bin = 0; bin < half * half; bin++) {
                double found = Math.hypot(result.real()[bin], result.imaginary()[bin]);
                amplitude[bin] += found / draws;
                power[bin] += found * found / draws;
            }
        }
        WhiteNoise expected = new WhiteNoise(n, window);
        double largest = expected.power(1, 1);
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                String bin = "bin " + i + ", " + j;
                assertEquals(expected.power(i, j), power[i * half + j], 0.05 * largest, bin);
                assertEquals(expected.amplitude(i, j), amplitude[i * half + j], 0.02 * Math.sqrt(largest), bin);
            }
        }
    }
}
