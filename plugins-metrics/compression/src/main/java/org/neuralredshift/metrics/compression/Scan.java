package org.neuralredshift.metrics.compression;

import java.util.Locale;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.InvalidParameterException;

/** In which order the samples of a plane are read as one sequence. */
enum Scan {
    /** As they lie in memory: row after row, each from left to right. Also the order of scattered points. */
    ROWS,
    /** Row after row, every second one from right to left, so that neighbours in the sequence touch. */
    SERPENTINE,
    /**
     * Along Hilbert's curve through the smallest square of side 2^m that holds the plane (first step along a row if m is
     * even, else down a column); positions outside the plane are left out.
     */
    HILBERT;

    /** The order that a study calls by that name. */
    static Scan named(String name) {
        return switch (name) {
            case "rows" -> ROWS;
            case "serpentine" -> SERPENTINE;
            case "hilbert" -> HILBERT;
            default -> throw new IllegalArgumentException("no scan " + name);
        };
    }

    /**
     * The index of the sample at each place of the sequence.
     *
     * @throws InvalidParameterException if the samples are no plane and the order needs one
     */
    int[] order(SampleSpec spec) {
        int points = spec.points();
        if (this == ROWS) {
            int[] order = new int[points];
            for (int i = 0; i < points; i++) {
                order[i] = i;
            }
            return order;
        }
        int[] shape = plane(spec).shape();
        return this == SERPENTINE ? serpentine(shape[0], shape[1]) : hilbert(shape[0], shape[1]);
    }

    /**
     * Whether samples can be read in this order.
     *
     * @throws InvalidParameterException if they are no plane and the order needs one
     */
    void check(SampleSpec spec) {
        if (this != ROWS) {
            plane(spec);
        }
    }

    private Grid plane(SampleSpec spec) {
        if (spec instanceof Grid grid && grid.dimension() == 2) {
            return grid;
        }
        throw new InvalidParameterException(
                "scan", name().toLowerCase(Locale.ROOT), "rows, because the samples are no grid of two inputs");
    }

    private static int[] serpentine(int rows, int columns) {
        int[] order = new int[rows * columns];
        for (int i = 0; i < order.length; i++) {
            int row = i / columns;
            int column = i % columns;
            order[i] = row * columns + (row % 2 == 0 ? column : columns - 1 - column);
        }
        return order;
    }

    private static int[] hilbert(int rows, int columns) {
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(rows, columns) - 1);
        int[] order = new int[rows * columns];
        int next = 0;
        for (long step = 0; step < 1L << 2 * levels; step++) {
            int row = 0;
            int column = 0;
            // From the innermost square outwards: two bits of the step choose the quadrant of each level.
            for (int level = 0; level < levels; level++) {
                int quadrant = (int) (step >>> 2 * level) & 3;
                int side = 1 << level;
                switch (quadrant) {
                    case 0 -> {
                        int swap = row;
                        row = column;
                        column = swap;
                    }
                    case 1 -> row += side;
                    case 2 -> {
                        row += side;
                        column += side;
                    }
                    default -> {
                        int swap = row;
                        row = side - 1 - column;
                        column = 2 * side - 1 - swap;
                    }
                }
            }
            if (row < rows && column < columns) {
                order[next++] = row * columns + column;
            }
        }
        return order;
    }
}
