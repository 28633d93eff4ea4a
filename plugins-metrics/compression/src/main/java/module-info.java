/** Complexity as the length of a description. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.metrics.compression {
    requires org.neuralredshift.api;
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    provides org.neuralredshift.api.metric.Metric with
            org.neuralredshift.metrics.compression.DingleMetric,
            org.neuralredshift.metrics.compression.Lz76Metric,
            org.neuralredshift.metrics.compression.Lz78Metric,
            org.neuralredshift.metrics.compression.LzwMetric;
}
