package org.neuralredshift.tasks.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The outline of a glyph, its curves replaced by short lines.
 *
 * @param contours closed polygons, each x0, y0, x1, y1, ...; y upwards. Inside is where the winding number is not 0
 */
record Outline(List<double[]> contours) {
    private static final int LINES_OF_A_CURVE = 6;

    /**
     * Reads {@code M x y L x y Q cx cy x y C cx cy dx dy x y Z}, as in the paths of SVG, all absolute, separated by blanks.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Outline parse(String path) {
        return new Parser(path.split(" ")).outline();
    }

    /** Every point (x, y) as (xx·x + xy·y + x0, yx·x + yy·y + y0). */
    Outline transformed(double xx, double xy, double x0, double yx, double yy, double y0) {
        return new Outline(contours.stream()
                .map(contour -> {
                    double[] moved = new double[contour.length];
                    for (int i = 0; i < contour.length; i += 2) {
                        moved[i] = xx * contour[i] + xy * contour[i + 1] + x0;
                        moved[i + 1] = yx * contour[i] + yy * contour[i + 1] + y0;
                    }
                    return moved;
                })
                .toList());
    }

    /** The smallest box around it: least x, least y, greatest x, greatest y. */
    double[] bounds() {
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (double[] contour : contours) {
            for (int i = 0; i < contour.length; i++) {
                int axis = i % 2;
                bounds[axis] = Math.min(bounds[axis], contour[i]);
                bounds[2 + axis] = Math.max(bounds[2 + axis], contour[i]);
            }
        }
        return bounds;
    }

    private static final class Parser {
        private final String[] words;
        private final List<double[]> contours = new ArrayList<>();
        private double[] points = new double[64];
        private int filled;
        private int next;

        Parser(String[] words) {
            this.words = words;
        }

        Outline outline() {
            while (next < words.length) {
                String command = words[next++];
                switch (command) {
                    case "M", "L" -> add(number(), number());
                    case "Q" -> quadratic(number(), number(), number(), number());
                    case "C" -> cubic(number(), number(), number(), number(), number(), number());
                    case "Z" -> close();
                    default ->
                        throw new IllegalArgumentException("an outline has '" + command + "' for M, L, Q, C or Z");
                }
            }
            if (filled > 0 || contours.isEmpty()) {
                throw new IllegalArgumentException("an outline does not end with Z");
            }
            return new Outline(List.copyOf(contours));
        }

        private double number() {
            return Double.parseDouble(words[next++]);
        }

        private void add(double x, double y) {
            if (filled == points.length) {
                points = Arrays.copyOf(points, 2 * filled);
            }
            points[filled++] = x;
            points[filled++] = y;
        }

        private void close() {
            contours.add(Arrays.copyOf(points, filled));
            filled = 0;
        }

        private void quadratic(double cx, double cy, double x, double y) {
            double x0 = points[filled - 2];
            double y0 = points[filled - 1];
            // the same curve as a cubic
            cubic(x0 + 2 * (cx - x0) / 3, y0 + 2 * (cy - y0) / 3, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, x, y);
        }

        private void cubic(double cx, double cy, double dx, double dy, double x, double y) {
            double x0 = points[filled - 2];
            double y0 = points[filled - 1];
            for (int line = 1; line <= LINES_OF_A_CURVE; line++) {
                double t = (double) line / LINES_OF_A_CURVE;
                double u = 1 - t;
                double a = u * u * u;
                double b = 3 * u * u * t;
                double c = 3 * u * t * t;
                double d = t * t * t;
                add(a * x0 + b * cx + c * dx + d * x, a * y0 + b * cy + c * dy + d * y);
            }
        }
    }
}
