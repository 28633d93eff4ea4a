package org.neuralredshift.metrics.compression;

import java.util.List;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.MetricSuite;
import org.neuralredshift.testkit.Provided;
import org.neuralredshift.testkit.Range;

class EveryMetricTest extends MetricSuite {
    @Override
    protected List<Metric> extensions() {
        return Provided.by(Lz78Metric.class, Metric.class);
    }

    /** Random sequences are near 1, and few of a small grid are much above. */
    @Override
    protected Range range(Metric metric, Parameters parameters) {
        return new Range(0, 1.5);
    }
}
