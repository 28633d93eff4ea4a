package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import java.util.Map;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/**
 * Points of two classes in the square [-1, 1]^2, for pictures of what a network makes of them. The points are the same for all seeds
 * of a study, half of each class, and every other one is of class 1; the split is random by the seed.
 */
abstract sealed class PlaneShapes implements Dataset permits Spirals, Checkerboard {
    private static final String POINTS = "points";

    /** Draws a point. */
    @FunctionalInterface
    interface Shape {
        /** Writes the coordinates of a point of that class, 0 or 1, to {@code point[0..1]}. */
        void draw(int label, RandomStream stream, double[] point);
    }

    private record Key(Parameters parameters, long studySeed) {}

    private record Table(float[] inputs, float[] labels) {}

    private final int stream;
    private final ParameterSchema parameters;
    private final Shared<Key, Table> tables = new Shared<>(this::table);

    /**
     * @param stream of random numbers that no weight of a network and no other dataset uses
     * @param shape what the parameters of the shape are
     */
    PlaneShapes(int stream, Parameter... shape) {
        this.stream = stream;
        this.parameters = ParameterSchema.of(shape)
                .and(ParameterSchema.of(
                        Parameter.integer(
                                POINTS, 1000, ASSUMED, 4, 100_000, "points", "for training and test together"),
                        Parameter.real(
                                Split.TRAIN_FRACTION,
                                0.5,
                                ASSUMED,
                                0,
                                1,
                                "",
                                "share of the points that are for training")));
    }

    /** What draws the points. */
    abstract Shape shape(Parameters parameters);

    /** What the points are, for the note. */
    abstract String words();

    @Override
    public final int revision() {
        return 1;
    }

    @Override
    public final ParameterSchema parameters() {
        return parameters;
    }

    @Override
    public final Examples examples(Parameters parameters, long studySeed, long seed) {
        Table table = tables.of(new Key(parameters, studySeed));
        int count = table.labels().length;
        Split split = Split.random(count, parameters.real(Split.TRAIN_FRACTION), studySeed, seed);
        return new Examples(
                2,
                1,
                table.inputs(),
                table.labels(),
                split.train(),
                Map.of("test", split.test()),
                new Goal.Binary(),
                Plane.square(1),
                count + " points of " + words() + split.words());
    }

    private Table table(Key key) {
        int count = key.parameters().count(POINTS);
        Shape shape = shape(key.parameters());
        RandomStream random = new RandomStream();
        float[] inputs = new float[2 * count];
        float[] labels = new float[count];
        double[] point = new double[2];
        for (int row = 0; row < count; row++) {
            shape.draw(row % 2, random.reset(key.studySeed(), 0, row, stream), point);
            inputs[2 * row] = (float) point[0];
            inputs[2 * row + 1] = (float) point[1];
            labels[row] = row % 2;
        }
        return new Table(inputs, labels);
    }
}
