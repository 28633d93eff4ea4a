package org.neuralredshift.metrics.variation;

import java.util.Arrays;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Probe;

/**
 * Mean over the segments of Σ_m |f(x_m) - f(x_(m-1))|, divided by the standard deviation over all samples (or not); at
 * least 0. In float64.
 *
 * <p>A linear function measures the mean length of the segments along its gradient; independent noise of unit variance
 * measures (points - 1)·2/√π.
 */
final class TotalVariationProbe implements Probe {
    private final Segments segments;
    private final boolean scaled;
    private final double[] sums;

    TotalVariationProbe(Segments segments, boolean scaled) {
        this.segments = segments;
        this.scaled = scaled;
        this.sums = new double[segments.count()];
    }

    @Override
    public void measure(Samples function, Measurement out) {
        float[] values = function.values();
        double variation = variation(values);
        out.value(scaled ? variation / Math.sqrt(Variance.of(values)) : variation);
        out.raw(variation);
    }

    /** Segments lie side by side in memory, so that every step is a loop over neighbours. */
    private double variation(float[] values) {
        int count = segments.count();
        Arrays.fill(sums, 0);
        for (int from = count; from < values.length; from += count) {
            for (int segment = 0; segment < count; segment++) {
                double step = (double) values[from + segment] - values[from - count + segment];
                sums[segment] += Math.abs(step);
            }
        }
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total / count;
    }
}
