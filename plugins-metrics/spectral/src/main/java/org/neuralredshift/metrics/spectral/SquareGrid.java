package org.neuralredshift.metrics.spectral;

import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.InvalidParameterException;

/** The one grid that a metric of this module takes. */
public final class SquareGrid {
    /** With fewer points per axis there is no second ring, and no mean frequency to speak of. */
    public static final int SMALLEST = 4;

    /** What it is, for messages. */
    public static final String LAWFUL =
            "a uniform grid of two inputs with as many points on one axis as on the other, at least " + SMALLEST;

    private SquareGrid() {}

    /**
     * The points per axis.
     *
     * @throws InvalidParameterException if these samples are no such grid
     */
    public static int size(SampleSpec spec) {
        if (spec instanceof Grid grid && grid.isUniform() && grid.isSquare() && grid.size() >= SMALLEST) {
            return grid.size();
        }
        throw new InvalidParameterException("grid", describe(spec), LAWFUL);
    }

    /** The extents, slowest first, and the kinds of nodes that are not uniform; or the number of points. */
    public static String describe(SampleSpec spec) {
        return switch (spec) {
            case Grid grid -> {
                StringBuilder words = new StringBuilder();
                for (var axis : grid.axes().reversed()) {
                    words.append(words.isEmpty() ? "" : " x ")
                            .append(axis.size())
                            .append(axis.kind().equals("uniform") ? "" : " " + axis.kind());
                }
                yield words.toString();
            }
            default -> spec.points() + " scattered points";
        };
    }
}
