package org.neuralredshift.metrics.spectral;

import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * Mean frequency over rings: Σ k·f(k) / Σ f(k), k = 1..n/2, f(k) the mean (or sum) of |F| (or |F|²) over the bins with
 * round(‖bin‖) = k. The transform is in float32, of {@link Normalised} samples; sums are in float64.
 *
 * <p>The scale {@code white} is this same quotient for the <em>expected</em> spectrum of Gaussian white noise, known
 * exactly from {@link WhiteNoise}; white noise then measures 1 up to the quotient's own bias, a few parts in 10⁴ at n =
 * 64.
 *
 * <p>With window {@code mirror} the bins are half a cycle apart and there are n rings. A function that has next to
 * nothing at or below the last ring (a checkerboard, or what a window hides) is {@link Status#ROUNDING_NOISE}.
 */
final class FourierProbe implements Probe {
    /** What is below this part of the spectrum is rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    private final int size;
    private final Window window;
    private final boolean power;
    private final float[] weights;
    private final Normalised normalised;
    private final PlaneTransform transform;
    private final Rings rings;
    private final QuarterPlane quarter;
    private final double[] ringFactor;
    private final double scale;
    private final float[] mirrored;
    private final double[] spectrum;

    FourierProbe(int size, Window window, boolean power, boolean ringMean, String scale) {
        this.size = size;
        this.window = window;
        this.power = power;
        int extent = window.extent(size);
        this.weights = window.weights(size);
        this.normalised = new Normalised(size * size);
        this.transform = new PlaneTransform(extent);
        this.quarter = new QuarterPlane(extent, power);
        this.rings = new Rings(transform.half(), extent / 2);
        this.mirrored = new float[window == Window.MIRROR ? extent * extent : 0];
        this.spectrum = new double[rings.count()];
        this.ringFactor = ringFactor(extent, ringMean);
        this.scale = switch (scale) {
            case "white" -> whiteMean();
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

    private double whiteMean() {
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

    @Override
    public void measure(Samples function, Measurement out) {
        float[] values = function.values();
        float[] plane = plane(normalised.of(values));
        double beyond = rings.sum(quarter.fold(transform.apply(plane, weights)), spectrum);
        double unit = power ? normalised.unit() * normalised.unit() : normalised.unit();
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

    private float[] plane(float[] values) {
        if (window != Window.MIRROR) {
            return values;
        }
        int extent = 2 * size;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float value = values[row * size + column];
                mirrored[row * extent + column] = value;
                mirrored[row * extent + extent - 1 - column] = value;
            }
            System.arraycopy(mirrored, row * extent, mirrored, (extent - 1 - row) * extent, extent);
        }
        return mirrored;
    }
}
