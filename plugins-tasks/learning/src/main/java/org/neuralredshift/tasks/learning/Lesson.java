package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.learning.Examples;

/**
 * What the networks of one seed learn, arranged for judging them.
 *
 * @param examples of the seed
 * @param sets the training set, then each test set
 * @param inputs of the rows of all sets, one set after another: {@code [rows, features]}
 * @param segments between training points
 */
record Lesson(Examples examples, List<Set> sets, float[] inputs, Segments segments) {
    static final String TRAIN = "train";

    /**
     * Some rows.
     *
     * @param name {@value #TRAIN}, or that of a test set
     * @param from the first of the rows among those of all sets
     * @param labels {@code [rows, targets]}
     */
    record Set(String name, int from, float[] labels) {}

    /** The lesson of a seed with that many segments. */
    static Lesson of(Examples examples, int segments, long studySeed, long seed) {
        List<Set> sets = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        int count = add(TRAIN, examples.train(), 0, examples, sets, rows);
        for (var test : examples.tests().entrySet()) {
            count = add(test.getKey(), test.getValue(), count, examples, sets, rows);
        }
        int features = examples.features();
        float[] inputs = new float[Math.multiplyExact(count, features)];
        int at = 0;
        for (int[] some : rows) {
            for (int row : some) {
                System.arraycopy(examples.inputs(), row * features, inputs, at, features);
                at += features;
            }
        }
        return new Lesson(examples, List.copyOf(sets), inputs, Segments.of(examples, segments, studySeed, seed));
    }

    private static int add(String name, int[] rows, int from, Examples examples, List<Set> sets, List<int[]> all) {
        int targets = examples.targets();
        float[] labels = new float[rows.length * targets];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(examples.labels(), rows[i] * targets, labels, i * targets, targets);
        }
        sets.add(new Set(name, from, labels));
        all.add(rows);
        return from + rows.length;
    }
}
