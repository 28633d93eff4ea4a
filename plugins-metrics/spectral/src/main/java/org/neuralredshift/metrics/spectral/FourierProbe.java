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
    private final int size;
    private final Window window;
    private final RingMean mean;
    private final float[] weights;
    private final Normalised normalised;
    private final PlaneTransform transform;
    private final float[] mirrored;
    private final double[] spectrum;

    FourierProbe(int size, Window window, RingMean mean) {
        this.size = size;
        this.window = window;
        this.mean = mean;
        int extent = window.extent(size);
        this.weights = window.weights(size);
        this.normalised = new Normalised(size * size);
        this.transform = new PlaneTransform(extent);
        this.mirrored = new float[window == Window.MIRROR ? extent * extent : 0];
        this.spectrum = new double[mean.rings().count()];
    }

    @Override
    public void measure(Samples function, Measurement out) {
        float[] plane = plane(normalised.of(function.values()));
        float[] folded = mean.quarter().fold(transform.apply(plane, weights));
        double beyond = mean.rings().sum(folded, spectrum);
        mean.measure(spectrum, beyond, normalised.unit(), out);
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
