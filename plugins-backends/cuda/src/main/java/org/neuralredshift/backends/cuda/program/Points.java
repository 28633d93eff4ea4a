package org.neuralredshift.backends.cuda.program;

/**
 * The points that a block takes at once, from the variable {@code first} on. Those of a tile that are behind the last point are the
 * last.
 *
 * @param all how many there are
 * @param tile how many at once
 */
record Points(int all, int tile) {
    /** Whether no tile reaches behind the last. */
    boolean isWhole() {
        return all % tile == 0;
    }

    /** The row of a point of the tile, as C. */
    String row(String point) {
        String row = "first + " + point;
        return isWhole() ? row : row + " < " + all + "u ? " + row + " : " + (all - 1) + "u";
    }

    /** What stands before a statement for one point of the tile that is not for what is behind the last. */
    String guard() {
        return isWhole() ? "" : "if (first + point < " + all + "u) ";
    }
}
