package org.neuralredshift.metrics.spectral;

/**
 * The two-dimensional Fourier transform of a real square plane, {@code size × size}: the half of it with row frequency
 * 0 to size/2; the other half mirrors it.
 *
 * <p>Two real columns make one complex lane; the result is separated and transposed, and transformed along the other
 * axis.
 */
final class PlaneTransform {
    private final RowSteps steps = RowSteps.best();
    private final int size;
    private final int pairs;
    private final int half;
    private final ColumnTransform down;
    private final ColumnTransform across;
    private final ComplexColumns paired;
    private final ComplexColumns pairedSpare;
    private final ComplexColumns crossing;
    private final ComplexColumns crossingSpare;

    PlaneTransform(int size) {
        this.size = size;
        this.pairs = (size + 1) / 2;
        this.half = size / 2 + 1;
        this.down = ColumnTransform.of(size, pairs);
        this.across = ColumnTransform.of(size, half);
        this.paired = ComplexColumns.of(size, pairs);
        this.pairedSpare = ComplexColumns.of(size, pairs);
        this.crossing = ComplexColumns.of(size, half);
        this.crossingSpare = ComplexColumns.of(size, half);
    }

    /** The number of row frequencies, size/2 + 1. */
    int half() {
        return half;
    }

    /**
     * Transforms plane·weights(row)·weights(column).
     *
     * @param plane {@code [size, size]}
     * @param weights one per row and per column
     * @return {@code [size, half]}: row = frequency along a row of the plane, lane = frequency down its columns; valid
     *     until the next call
     */
    ComplexColumns apply(float[] plane, float[] weights) {
        load(plane, weights);
        separate(down.apply(paired, pairedSpare));
        return across.apply(crossing, crossingSpare);
    }

    /** Column j is the real part of lane j, column j + pairs the imaginary part. */
    private void load(float[] plane, float[] weights) {
        for (int row = 0; row < size; row++) {
            float weight = weights[row];
            int from = row * size;
            int to = row * pairs;
            int others = size - pairs;
            steps.weigh(plane, from, weight, weights, 0, paired.real(), to, pairs);
            steps.weigh(plane, from + pairs, weight, weights, pairs, paired.imaginary(), to, others);
            if (others < pairs) {
                paired.imaginary()[to + others] = 0;
            }
        }
    }

    /** From Z = A + iB with real a and b: A(k) = (Z(k) + conj Z(-k))/2, B(k) = (Z(k) - conj Z(-k))/2i. */
    private void separate(ComplexColumns z) {
        float[] zr = z.real();
        float[] zi = z.imaginary();
        float[] re = crossing.real();
        float[] im = crossing.imaginary();
        for (int j = 0; j < pairs; j++) {
            int first = j * half;
            int second = (j + pairs) * half;
            boolean alone = j + pairs == size;
            for (int k = 0; k < half; k++) {
                int plus = k * pairs + j;
                int minus = (k == 0 ? 0 : size - k) * pairs + j;
                re[first + k] = 0.5f * (zr[plus] + zr[minus]);
                im[first + k] = 0.5f * (zi[plus] - zi[minus]);
                if (!alone) {
                    re[second + k] = 0.5f * (zi[plus] + zi[minus]);
                    im[second + k] = 0.5f * (zr[minus] - zr[plus]);
                }
            }
        }
    }
}
