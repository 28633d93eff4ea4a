package org.neuralredshift.testkit.plain;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.Parameters;

/** The mean difference of successive samples over their range, so that a task has something to measure. */
public final class PlainMetric implements Metric {
    /** A metric without state. */
    public PlainMetric() {}

    @Override
    public String id() {
        return "roughness";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("The test kit's own metric: the mean difference of successive samples over their range.");
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        return (function, out) -> {
            float[] values = function.values();
            double low = values[0];
            double high = values[0];
            double sum = 0;
            for (int i = 1; i < values.length; i++) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                sum += Math.abs((double) values[i] - values[i - 1]);
            }
            out.value(sum / (values.length - 1) / (high - low));
            out.raw(sum);
        };
    }
}
