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
    private final RowSteps steps = RowSteps.best();
    private final PlaneTransform transform;
    private final PrototypeMean mean;
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
        this.mean = new PrototypeMean(size);
        this.weights = new float[size];
        Arrays.fill(weights, 1);
        this.ones = new float[half];
        Arrays.fill(ones, 1);
        this.quarter = new float[half * half];
        this.spectrum = new double[mean.rings().count()];
    }

    @Override
    public void measure(Samples function, Measurement out) {
        ComplexColumns plane = transform.apply(normalised.of(function.values()), weights);
        for (int row = 0; row < half; row++) {
            steps.fold(plane, row * half, -1, false, ones, quarter, row * half);
        }
        mean.rings().sum(quarter, spectrum);
        mean.measure(spectrum, normalised.unit(), normalised.unit(), out);
    }
}
