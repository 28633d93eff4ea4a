package org.neuralredshift.engine.store;

/**
 * A function that a run kept.
 *
 * @param cell id of its cell
 * @param seed of its network
 * @param stage at which it was sampled, as {@code final}; {@code target} for what its network is to learn
 * @param shape extents, slowest first: for two inputs rows are x2 and columns x1
 * @param values row-major
 */
public record SampledFunction(String cell, long seed, String stage, int[] shape, float[] values) {}
