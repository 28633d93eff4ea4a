/** Complexity as how much a function varies from point to point. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.metrics.variation {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.metric.Metric with
            org.neuralredshift.metrics.variation.DirichletMetric,
            org.neuralredshift.metrics.variation.TotalVariationMetric;
}
