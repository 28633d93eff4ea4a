/**
 * Complexity as the mean order of a function's coefficients on orthonormal polynomials. The metrics are found by the
 * service loader; the rest is theirs alone: bases, nodes and weights of quadratures, products of small matrices.
 */
package org.neuralredshift.metrics.spectral.polynomial;
