package org.neuralredshift.engine.figure;

import java.awt.BasicStroke;
import java.awt.Stroke;

/** How a line is broken. */
enum Dashes {
    WHOLE,
    LONG(4, 2),
    DOTS(1, 1.6f),
    LONG_SHORT(5, 1.8f, 1, 1.8f);

    private final float[] lengths;

    Dashes(float... lengths) {
        this.lengths = lengths;
    }

    /** The pattern of the n-th broken line, the same again after three. */
    static Dashes broken(int n) {
        return values()[1 + n % (values().length - 1)];
    }

    Stroke stroke(double thickness) {
        return lengths.length == 0
                ? new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        (float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths.clone(), 0);
    }
}
