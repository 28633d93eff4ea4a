package org.neuralredshift.metrics.spectral.polynomial;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link MatrixProduct} on vectors, in blocks of eight rows by one vector, whose sums stay in registers. The last block of
 * each direction is moved back to end with the matrix and so does some numbers twice, with the same result; matrices
 * smaller than one block are left to {@link ScalarProduct}.
 */
final class VectorProduct implements MatrixProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int ROWS = 8;

    private final ScalarProduct scalar = new ScalarProduct();

    @Override
    public void multiply(float[] left, float[] right, float[] out, int rows, int inner, int columns) {
        if (rows < ROWS || columns < LANES) {
            scalar.multiply(left, right, out, rows, inner, columns);
            return;
        }
        for (int row = 0; row < rows; row += ROWS) {
            int first = Math.min(row, rows - ROWS);
            for (int column = 0; column < columns; column += LANES) {
                int at = Math.min(column, columns - LANES);
                block(left, first * inner, inner, right, at, columns, out, first * columns + at);
            }
        }
    }

    private static void block(
            float[] left, int from, int inner, float[] right, int at, int columns, float[] out, int target) {
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        FloatVector sum4 = sum0;
        FloatVector sum5 = sum0;
        FloatVector sum6 = sum0;
        FloatVector sum7 = sum0;
        for (int k = 0; k < inner; k++) {
            FloatVector row = FloatVector.fromArray(FLOATS, right, at + k * columns);
            sum0 = broadcast(left, from + k).fma(row, sum0);
            sum1 = broadcast(left, from + k + inner).fma(row, sum1);
            sum2 = broadcast(left, from + k + 2 * inner).fma(row, sum2);
            sum3 = broadcast(left, from + k + 3 * inner).fma(row, sum3);
            sum4 = broadcast(left, from + k + 4 * inner).fma(row, sum4);
            sum5 = broadcast(left, from + k + 5 * inner).fma(row, sum5);
            sum6 = broadcast(left, from + k + 6 * inner).fma(row, sum6);
            sum7 = broadcast(left, from + k + 7 * inner).fma(row, sum7);
        }
        sum0.intoArray(out, target);
        sum1.intoArray(out, target + columns);
        sum2.intoArray(out, target + 2 * columns);
        sum3.intoArray(out, target + 3 * columns);
        sum4.intoArray(out, target + 4 * columns);
        sum5.intoArray(out, target + 5 * columns);
        sum6.intoArray(out, target + 6 * columns);
        sum7.intoArray(out, target + 7 * columns);
    }

    private static FloatVector broadcast(float[] memory, int at) {
        return FloatVector.broadcast(FLOATS, memory[at]);
    }
}
