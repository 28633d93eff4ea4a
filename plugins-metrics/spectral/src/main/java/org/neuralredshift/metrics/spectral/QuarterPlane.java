package org.neuralredshift.metrics.spectral;

/**
 * The spectrum of a real square plane folded into one quarter of it, {@code [half, half]}: bin (i, j) holds |F| or |F|²
 * added up over the up to four bins (±i, ±j).
 */
final class QuarterPlane {
    private final int extent;
    private final int half;
    private final boolean power;
    private final RowSteps steps = RowSteps.best();
    private final float[] factors;
    private final float[] folded;

    QuarterPlane(int extent, boolean power) {
        this.extent = extent;
        this.half = extent / 2 + 1;
        this.power = power;
        this.factors = new float[half];
        for (int j = 0; j < half; j++) {
            factors[j] = multiplicity(j);
        }
        this.folded = new float[half * half];
    }

    /** How many bins of the whole plane are in each bin of the quarter: 1, 2 or 4. A new array. */
    float[] multiplicities() {
        float[] out = new float[half * half];
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                out[i * half + j] = multiplicity(i) * multiplicity(j);
            }
        }
        return out;
    }

    private int multiplicity(int frequency) {
        return frequency == 0 || 2 * frequency == extent ? 1 : 2;
    }

    /** Folds what {@link PlaneTransform} gives; valid until the next call. */
    float[] fold(ComplexColumns plane) {
        for (int i = 0; i < half; i++) {
            int minus = multiplicity(i) == 2 ? (extent - i) * half : -1;
            steps.fold(plane, i * half, minus, power, factors, folded, i * half);
        }
        return folded;
    }
}
