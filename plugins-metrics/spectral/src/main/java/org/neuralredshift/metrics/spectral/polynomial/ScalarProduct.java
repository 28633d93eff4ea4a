package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Arrays;

/** {@link MatrixProduct} in plain Java. */
final class ScalarProduct implements MatrixProduct {
    @Override
    public void multiply(float[] left, float[] right, float[] out, int rows, int inner, int columns) {
        Arrays.fill(out, 0, rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                float factor = left[row * inner + k];
                for (int column = 0; column < columns; column++) {
                    int at = row * columns + column;
                    out[at] = Math.fma(factor, right[k * columns + column], out[at]);
                }
            }
        }
    }
}
