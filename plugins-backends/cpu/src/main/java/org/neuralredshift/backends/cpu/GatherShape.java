package org.neuralredshift.backends.cpu;

/**
 * The literals of a copy of rows of a table at indices, or of the addition of rows to those of a table.
 *
 * <p>Positions in {@code at}: 0 the result, 1 what is read (the table, or the values that are added), 2 the indices. Rows
 * given when it runs are those of the indices. An index that is no row of the table is an {@link IllegalArgumentException}
 * that names it. Scattering first fills the table with zeros.
 *
 * @param columns of a row
 * @param tableRows rows of the table
 * @param tableRow distance of the rows of the table
 * @param otherRow distance of the other rows: those gathered, or those added
 * @param index distance of neighbouring indices
 */
record GatherShape(int columns, int tableRows, int tableRow, int otherRow, int index) {}
