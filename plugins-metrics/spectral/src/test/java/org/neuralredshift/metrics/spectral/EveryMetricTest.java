package org.neuralredshift.metrics.spectral;

import java.util.List;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.testkit.MetricSuite;
import org.neuralredshift.testkit.Provided;

class EveryMetricTest extends MetricSuite {
    @Override
    protected List<Metric> extensions() {
        return Provided.by(FourierMetric.class, Metric.class);
    }
}
