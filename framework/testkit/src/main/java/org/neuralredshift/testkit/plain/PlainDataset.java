package org.neuralredshift.testkit.plain;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import java.util.Map;
import java.util.stream.IntStream;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/** On which side of a line through the square [-1, 1]^2 random points lie: something that any network learns. */
public final class PlainDataset implements Dataset {
    private static final String POINTS = "points";
    /** No weight of a network uses it; ASCII for LINE. */
    private static final int STREAM = 0x4C_49_4E_45;

    /** For suites. */
    public PlainDataset() {}

    @Override
    public String id() {
        return "line";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description("Points on either side of a line.", "y = 1 if x1 + x2 > 0, else 0", "");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.integer(POINTS, 16, ASSUMED, 4, 1024, "points", "how many there are; half are for training"));
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        int points = parameters.count(POINTS);
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        float[] inputs = new float[2 * points];
        float[] labels = new float[points];
        for (int point = 0; point < points; point++) {
            for (int feature = 0; feature < 2; feature++) {
                inputs[2 * point + feature] = (float) (2 * stream.nextOpen() - 1);
            }
            labels[point] = inputs[2 * point] + inputs[2 * point + 1] > 0 ? 1 : 0;
        }
        int[] train = IntStream.range(0, points / 2).toArray();
        int[] test = IntStream.range(points / 2, points).toArray();
        return new Examples(
                2, 1, inputs, labels, train, Map.of("test", test), new Goal.Binary(), Plane.square(1), "random points");
    }
}
