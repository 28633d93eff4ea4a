package org.neuralredshift.metrics.spectral.polynomial;

/** The mean order on Chebyshev polynomials of the first kind. */
public final class ChebyshevMetric extends PolynomialMetric {
    /** For the service loader. */
    public ChebyshevMetric() {
        super(
                Basis.CHEBYSHEV,
                "Chebyshev",
                "the Chebyshev-Gauss nodes cos(pi (a - 1/2) / n)",
                "the square is [-1, 1] on both axes",
                "Nodes and weights: Abramowitz and Stegun, 25.4.38.");
    }
}
