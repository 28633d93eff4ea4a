package org.neuralredshift.metrics.spectral;

import java.util.Arrays;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * Σ r·S(r) / Σ S(r) divided by the ring of the corner bin, S(r) the sum of |F| over the bins of the quarter plane with
 * row and column frequency 0 to n/2 and round(√(i² + j²)) = r ≥ 1. No window. Leaving out the constant bin is the same
 * as subtracting the mean, which is what happens here: it spares the other bins the rounding errors of a large offset.
 *
 * <p>The other quarter is not looked at, so a plane wave that runs along the other diagonal leaves nothing here but
 * rounding errors: then the status is {@link Status#ROUNDING_NOISE}.
 */
final class PrototypeProbe implements Probe {
    /** Amplitudes below this part of the largest deviation are rounding of the float32 samples. */
    private static final double NOTHING = 1e-4;

    private final RowSteps steps = RowSteps.best();
    private final PlaneTransform transform;
    private final Rings rings;
    private final int half;
    private final Normalised normalised;
    private final float[] weights;
    private final float[] ones;
    private final float[] quarter;
    private final double[] spectrum;

    PrototypeProbe(int size) {
        this.normalised = new Normalised(size * size);
        this.transform = new PlaneTransform(size);
        this.half = transform.half();
        double corner = half - 1;
        this.rings = new Rings(half, (int) Math.round(Math.sqrt(2 * corner * corner)));
        this.weights = new float[size];
        Arrays.fill(weights, 1);
        this.ones = new float[half];
        Arrays.fill(ones, 1);
        this.quarter = new float[half * half];
        this.spectrum = new double[rings.count()];
    }

    @Override
    public void measure(Samples function, Measurement out) {
        float[] values = function.values();
        ComplexColumns plane = transform.apply(normalised.of(values), weights);
        for (int row = 0; row < half; row++) {
            steps.fold(plane, row * half, -1, false, ones, quarter, row * half);
        }
        rings.sum(quarter, spectrum);
        double moment = 0;
        double total = 0;
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] *= normalised.unit() / values.length;
            moment += (k + 1) * spectrum[k];
            total += spectrum[k];
        }
        if (total <= NOTHING * normalised.unit()) {
            out.status(
                    Status.ROUNDING_NOISE, "all that varies is in the other quarter of the plane, which is not read");
            return;
        }
        double mean = moment / total;
        out.value(mean / rings.count());
        out.raw(mean);
        out.spectrum(spectrum, spectrum.length);
    }
}
