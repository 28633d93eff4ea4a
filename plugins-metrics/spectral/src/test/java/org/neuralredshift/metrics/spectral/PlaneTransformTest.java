package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTransformTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 20})
    void agreesWithTheDefinition(int n) {
        float[] values = Functions.noise(n, n).values();
        float[] weights = new float[n];
        double[][] plane = new double[n][n];
        for (int j = 0; j < n; j++) {
            weights[j] = 1 + 0.1f * j;
        }
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                plane[row][column] = (double) values[row * n + column] * weights[row] * weights[column];
            }
        }
        PlaneTransform transform = new PlaneTransform(n);
        ComplexColumns result = transform.apply(values, weights);
        int half = n / 2 + 1;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < half; i++) {
                double found = Math.hypot(result.real()[j * half + i], result.imaginary()[j * half + i]);
                assertEquals(SlowTransform.amplitude(plane, i, j), found, 1e-5 * n, "bin " + i + ", " + j);
            }
        }
    }
}
