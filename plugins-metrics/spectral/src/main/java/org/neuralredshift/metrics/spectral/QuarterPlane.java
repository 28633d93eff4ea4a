package org.neuralredshift.metrics.spectral;

/**
 * The spectrum of a real square plane folded into one quarter of it, {@code [half, half]}: bin (i, j) holds |F| or |F|²
 * added up over the up to four bins (±i, ±j).
 */
final class QuarterPlane {
    private final int extent;
    private final int half;
    private final boolean power;
    private final double[] folded;

    QuarterPlane(int extent, boolean power) {
        this.extent = extent;
        this.half = extent / 2 + 1;
        this.power = power;
        this.folded = new double[half * half];
    }

    /** How many bins of the whole plane are in each bin of the quarter: 1, 2 or 4. A new array. */
    double[] multiplicities() {
        double[] out = new double[half * half];
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
    double[] fold(ComplexColumns plane) {
        double[] re = plane.real();
        double[] im = plane.imaginary();
        for (int i = 0; i < half; i++) {
            int row = i * half;
            int plus = i * half;
            int minus = (extent - i) * half;
            boolean paired = multiplicity(i) == 2;
            for (int j = 0; j < half; j++) {
                double a = re[plus + j] * re[plus + j] + im[plus + j] * im[plus + j];
                folded[row + j] = power ? a : Math.sqrt(a);
            }
            if (paired) {
                for (int j = 0; j < half; j++) {
                    double b = re[minus + j] * re[minus + j] + im[minus + j] * im[minus + j];
                    folded[row + j] += power ? b : Math.sqrt(b);
                }
            }
            int last = 2 * (half - 1) == extent ? half - 1 : half;
            for (int j = 1; j < last; j++) {
                folded[row + j] *= 2;
            }
        }
        return folded;
    }
}
