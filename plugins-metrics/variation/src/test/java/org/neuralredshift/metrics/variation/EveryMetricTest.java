package org.neuralredshift.metrics.variation;

import java.util.List;
import java.util.Set;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.Invariance;
import org.neuralredshift.testkit.MetricSuite;
import org.neuralredshift.testkit.Provided;

class EveryMetricTest extends MetricSuite {
    @Override
    protected List<Metric> extensions() {
        return Provided.by(DirichletMetric.class, Metric.class);
    }

    @Override
    protected Set<Invariance> invariances(Metric metric, Parameters parameters) {
        return parameters.text("scale").equals("none")
                ? Set.of(Invariance.OFFSET)
                : Set.of(Invariance.SCALE, Invariance.OFFSET);
    }
}
