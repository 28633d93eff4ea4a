/**
 * Complexity as the mean frequency of a Fourier spectrum. The metrics are found by the service loader; the rest is theirs
 * alone: transforms of columns and planes, windows, rings, and what white noise would give.
 */
package org.neuralredshift.metrics.spectral;
