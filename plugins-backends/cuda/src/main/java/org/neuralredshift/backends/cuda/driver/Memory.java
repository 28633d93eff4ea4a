package org.neuralredshift.backends.cuda.driver;

/**
 * Memory of a card.
 *
 * @param free bytes that nobody has
 * @param total bytes that there are
 */
public record Memory(long free, long total) {}
