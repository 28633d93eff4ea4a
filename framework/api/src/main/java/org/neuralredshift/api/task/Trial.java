package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;

/**
 * One network: a cell and a seed.
 *
 * @param cell its parameters
 * @param seed of the network, 0 to 2^32 - 1; equal seeds in different cells use the same underlying random numbers
 */
@Api(INCUBATING)
public record Trial(Cell cell, long seed) {}
