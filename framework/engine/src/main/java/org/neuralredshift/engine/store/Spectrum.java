package org.neuralredshift.engine.store;

/**
 * A spectrum that a metric found in a kept function; its value is the mean of this distribution, before any normalisation.
 *
 * @param cell id of its cell
 * @param seed of its network
 * @param metric label, as {@code fourier} or {@code chebyshev}
 * @param amplitudes element i belongs to frequency or order i + 1
 */
public record Spectrum(String cell, long seed, String metric, double[] amplitudes) {}
