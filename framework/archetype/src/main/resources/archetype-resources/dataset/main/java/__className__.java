package ${package};

import java.util.Map;
import java.util.stream.IntStream;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/**
 * Rings around the origin that belong to the classes 1 and 0 in turn, all of the same width, from the radius 0 to 1: a point is of
 * class 1 if floor(radius * rings) is even. The points are uniform in the square [-1, 1]^2, and drawn anew for each seed.
 */
public final class ${className} implements Dataset {
    private static final String RINGS = "rings";
    private static final String POINTS = "points";
    private static final String TRAIN_FRACTION = "train-fraction";
    /** Streams above 2 are free for datasets; this one is ASCII for RING. */
    private static final int STREAM = 0x52_49_4E_47;

    /** For the service loader. */
    public ${className}() {}

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Which of two kinds of ring a point of the plane lies on.",
                "y = 1 if floor(|x| * rings) is even, else 0; x uniform in [-1, 1]^2",
                "");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.integer(RINGS, 3, Origin.ASSUMED, 1, 100, "rings", "rings from the origin to the radius 1"),
                Parameter.integer(POINTS, 400, Origin.ASSUMED, 2, 1_000_000, "points", "how many are drawn"),
                Parameter.real(
                        TRAIN_FRACTION, 0.5, Origin.ASSUMED, 0, 1, "", "share of the points that are for training"));
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        int points = parameters.count(POINTS);
        int trained = (int) Math.round(parameters.real(TRAIN_FRACTION) * points);
        if (trained == 0 || trained == points) {
            throw new InvalidParameterException(
                    TRAIN_FRACTION,
                    parameters.real(TRAIN_FRACTION),
                    "such that some of " + points + " points are for training and some for the test");
        }
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        float[] inputs = new float[2 * points];
        float[] labels = new float[points];
        for (int point = 0; point < points; point++) {
            inputs[2 * point] = (float) (2 * stream.nextOpen() - 1);
            inputs[2 * point + 1] = (float) (2 * stream.nextOpen() - 1);
            labels[point] = label(inputs[2 * point], inputs[2 * point + 1], parameters.count(RINGS));
        }
        int[] train = IntStream.range(0, trained).toArray();
        int[] test = IntStream.range(trained, points).toArray();
        return new Examples(
                2,
                1,
                inputs,
                labels,
                train,
                Map.of("test", test),
                new Goal.Binary(),
                Plane.square(1),
                points + " random points");
    }

    /** The class of a point. */
    static float label(double x1, double x2, int rings) {
        long ring = (long) Math.floor(Math.sqrt(x1 * x1 + x2 * x2) * rings);
        return ring % 2 == 0 ? 1 : 0;
    }
}
