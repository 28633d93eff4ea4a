package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Two arms that wind about each other: r = t, angle = 2π·turns·t (+ π for class 1), t = sqrt(u) with u uniform on (0, 1), so that
 * points are about as dense everywhere; plus normal noise on both coordinates.
 */
public final class Spirals extends PlaneShapes {
    private static final String TURNS = "turns";
    private static final String NOISE = "noise";
    /** ASCII for SPIR. */
    private static final int STREAM = 0x53_50_49_52;

    /** For the service loader. */
    public Spirals() {
        super(
                STREAM,
                Parameter.real(TURNS, 1.5, ASSUMED, 0.1, 20, "turns", "of each arm about the centre"),
                Parameter.real(NOISE, 0.02, ASSUMED, 0, 1, "", "standard deviation of each coordinate"));
    }

    @Override
    public String id() {
        return "spirals";
    }

    @Override
    public Description description() {
        return new Description(
                "On which of two spiral arms does a point lie?",
                "(x1, x2) = r·(cos, sin)(2π·turns·r + π·y) + noise",
                "after Lang and Witbrock, Learning to tell two spirals apart, 1988");
    }

    @Override
    Shape shape(Parameters parameters) {
        double turns = parameters.real(TURNS);
        double noise = parameters.real(NOISE);
        return (label, stream, point) -> {
            double radius = Math.sqrt(stream.nextOpen());
            double angle = 2 * Math.PI * turns * radius + Math.PI * label;
            point[0] = radius * StrictMath.cos(angle) + noise * stream.nextNormal();
            point[1] = radius * StrictMath.sin(angle) + noise * stream.nextNormal();
        };
    }

    @Override
    String words() {
        return "two spiral arms";
    }
}
