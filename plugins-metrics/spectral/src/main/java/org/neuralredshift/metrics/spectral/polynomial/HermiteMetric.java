package org.neuralredshift.metrics.spectral.polynomial;

/** The mean order on Hermite polynomials, whose Gaussian weight sees most of the middle of the square. */
public final class HermiteMetric extends PolynomialMetric {
    /** For the service loader. */
    public HermiteMetric() {
        super(
                Basis.HERMITE,
                "Hermite",
                "the Gauss-Hermite nodes, divided by the outermost one, which so lies at 1",
                "the square reaches to the same outermost node",
                "Nodes and weights: Abramowitz and Stegun, 25.4.46.");
    }
}
