package org.neuralredshift.api.task;

/**
 * One network: a cell and a seed.
 *
 * @param cell its parameters
 * @param seed of the network, 0 to 2^32 - 1; equal seeds in different cells use the same underlying random numbers
 */
public record Trial(Cell cell, long seed) {}
