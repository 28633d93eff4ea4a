package org.neuralredshift.metrics.spectral;

import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;

/** The mean frequency of a spectrum that was added up by rings, and its scale; all in float64. */
final class RingMean {
    /** What is below this part of the spectrum is rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    private final Window window;
    private final boolean power;
    private final Rings rings;
    private final QuarterPlane quarter;
    private final double[] ringFactor;
    private final double scale;

    /**
     * @param size points per axis
     * @param ringMean whether the bins of a ring are averaged
     * @param scale {@code white}, {@code nyquist} or {@code none}
     */
    RingMean(int size, Window window, boolean power, boolean ringMean, String scale) {
        int extent = window.extent(size);
        this.window = window;
        this.power = power;
        this.quarter = new QuarterPlane(extent, power);
        this.rings = new Rings(extent / 2 + 1, extent / 2);
        this.ringFactor = ringFactor(extent, ringMean);
        this.scale = switch (scale) {
            case "white" -> whiteMean(size);
            case "nyquist" -> rings.count();
            case "none" -> 1 / window.cyclesPerBin();
            default -> throw new IllegalArgumentException("no scale " + scale);
        };
    }

    /** Brings sums to amplitudes in units of the function, and to means if so wished. */
    private double[] ringFactor(int extent, boolean ringMean) {
        double[] factor = new double[rings.count()];
        rings.sum(quarter.multiplicities(), factor);
        double unit = power ? 1.0 / extent / extent / extent / extent : 1.0 / extent / extent;
        for (int k = 0; k < factor.length; k++) {
            factor[k] = ringMean ? unit / factor[k] : unit;
        }
        return factor;
    }

    private double whiteMean(int size) {
        WhiteNoise noise = new WhiteNoise(size, window);
        int half = noise.half();
        float[] expected = quarter.multiplicities();
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                expected[i * half + j] *= (float) (power ? noise.power(i, j) : noise.amplitude(i, j));
            }
        }
        double[] sums = new double[rings.count()];
        rings.sum(expected, sums);
        double moment = 0;
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            moment += (k + 1) * sums[k] * ringFactor[k];
            total += sums[k] * ringFactor[k];
        }
        return moment / total;
    }

    /** The bins by ring. */
    Rings rings() {
        return rings;
    }

    /** What folds a plane. */
    QuarterPlane quarter() {
        return quarter;
    }

    /**
     * Measures.
     *
     * @param spectrum the sum over ring k at k-1, of samples divided by the unit; gets the amplitudes of the function
     * @param beyond the sum over the bins beyond the last ring
     * @param one what one is in units of the function
     */
    void measure(double[] spectrum, double beyond, double one, Measurement out) {
        double unit = power ? one * one : one;
        double moment = 0;
        double total = 0;
        double within = 0;
        for (int k = 0; k < spectrum.length; k++) {
            within += spectrum[k];
            spectrum[k] *= ringFactor[k] * unit;
            moment += (k + 1) * spectrum[k];
            total += spectrum[k];
        }
        if (!(within > NOTHING * beyond)) {
            out.status(
                    Status.ROUNDING_NOISE, "all that varies is above the highest frequency, or hidden by the window");
            return;
        }
        double bins = moment / total;
        out.value(bins / scale);
        out.raw(bins * window.cyclesPerBin());
        out.spectrum(spectrum, spectrum.length);
    }
}
