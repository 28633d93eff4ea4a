package org.neuralredshift.engine.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Shapes of points, so that lines are told apart without colour too. All look equally large. */
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    DOWNWARDS,
    BAR;

    /** The shape of the n-th line, the same again after six. */
    static Marker of(int n) {
        return values()[n % values().length];
    }

    /** The shape around a point, about as large as a disc of that radius. */
    Shape at(double x, double y, double radius) {
        double r = radius;
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE ->
                polygon(x, y, -0.88 * r, -0.88 * r, 0.88 * r, -0.88 * r, 0.88 * r, 0.88 * r, -0.88 * r, 0.88 * r);
            case TRIANGLE -> polygon(x, y, 0, -1.25 * r, 1.15 * r, 0.8 * r, -1.15 * r, 0.8 * r);
            case DIAMOND -> polygon(x, y, 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
            case DOWNWARDS -> polygon(x, y, 0, 1.25 * r, 1.15 * r, -0.8 * r, -1.15 * r, -0.8 * r);
            case BAR -> polygon(x, y, -0.45 * r, -1.4 * r, 0.45 * r, -1.4 * r, 0.45 * r, 1.4 * r, -0.45 * r, 1.4 * r);
        };
    }

    private static Shape polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
