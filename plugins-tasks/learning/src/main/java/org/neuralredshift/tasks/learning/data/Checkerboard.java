package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;

/** The colours of a checkerboard on [-1, 1]^2: points of class 1 are uniform on the white squares, those of class 0 on the black. */
public final class Checkerboard extends PlaneShapes {
    private static final String SQUARES = "squares";
    /** ASCII for CHEQ. */
    private static final int STREAM = 0x43_48_45_51;

    /** For the service loader. */
    public Checkerboard() {
        super(
                STREAM,
                Parameter.integer(
                        SQUARES, 4, ASSUMED, 2, 32, "squares", "along each side: the more, the higher the frequency"));
    }

    @Override
    public String id() {
        return "checkerboard";
    }

    @Override
    public Description description() {
        return new Description(
                "Does a point lie on a white square of a checkerboard?",
                "y = (floor(n·(x1 + 1) / 2) + floor(n·(x2 + 1) / 2)) mod 2",
                "");
    }

    @Override
    Shape shape(Parameters parameters) {
        int squares = parameters.count(SQUARES);
        return (label, stream, point) -> {
            do {
                point[0] = 2 * stream.nextOpen() - 1;
                point[1] = 2 * stream.nextOpen() - 1;
            } while (colour(point, squares) != label);
        };
    }

    /** As of the coordinates that the examples have, which are rounded to float32. */
    private static int colour(double[] point, int squares) {
        int column = (int) ((float) point[0] / 2.0 * squares + squares / 2.0);
        int row = (int) ((float) point[1] / 2.0 * squares + squares / 2.0);
        return (column + row) % 2;
    }

    @Override
    String words() {
        return "a checkerboard";
    }
}
