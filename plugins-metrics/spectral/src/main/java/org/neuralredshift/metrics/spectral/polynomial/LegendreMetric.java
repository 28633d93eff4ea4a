package org.neuralredshift.metrics.spectral.polynomial;

/** The mean order on Legendre polynomials. */
public final class LegendreMetric extends PolynomialMetric {
    /** For the service loader. */
    public LegendreMetric() {
        super(
                Basis.LEGENDRE,
                "Legendre",
                "the Gauss-Legendre nodes on [-1, 1]",
                "the square is [-1, 1] on both axes",
                "Nodes and weights: Abramowitz and Stegun, 25.4.29.");
    }
}
