/** Complexity as the mean frequency or order of a spectrum. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.metrics.spectral {
    requires org.neuralredshift.api;
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    provides org.neuralredshift.api.metric.Metric with
            org.neuralredshift.metrics.spectral.FourierMetric,
            org.neuralredshift.metrics.spectral.PrototypeMetric,
            org.neuralredshift.metrics.spectral.polynomial.ChebyshevMetric,
            org.neuralredshift.metrics.spectral.polynomial.HermiteMetric,
            org.neuralredshift.metrics.spectral.polynomial.LegendreMetric;
}
