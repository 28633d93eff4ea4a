package org.neuralredshift.backends.cpu;

/**
 * The literals of a copy into rows of unit stride, for instance a transposition.
 *
 * <p>Positions in {@code at}: 0 the result, 1 the source. Rows are given when it runs; the padding of the result may be
 * written.
 *
 * @param columns of the result
 * @param source strides of the source, any
 * @param resultRow distance of the rows of the result
 */
record CopyShape(int columns, Strides source, int resultRow) {}
