package org.neuralredshift.api.learning;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;

/**
 * A table of examples, and which of them are for training and which for tests. Arrays are not copied, for many networks share
 * them: do not modify them.
 *
 * @param features numbers of an input, at least 1
 * @param targets labels of an example, at least 1; 1 where the goal is a class
 * @param inputs {@code [n, features]} row-major, finite
 * @param labels {@code [n, targets]} row-major, lawful for the goal
 * @param train rows to train on, at least one, each once
 * @param tests rows to judge by, by the name of the set ({@code test}, or {@code digit} and {@code colour}): lower-case letters,
 *     digits and hyphens, a letter first; those that {@link Dataset#tests} names, in the order in which they are shown. None of
 *     them is a row to train on; no set is empty, but there may be no set
 * @param goal what the labels mean
 * @param plane where metrics look at the function
 * @param note one phrase on what the data are, such as {@code "digits drawn from fonts"}; written in every row
 */
@Api(INCUBATING)
public record Examples(
        int features,
        int targets,
        float[] inputs,
        float[] labels,
        int[] train,
        Map<String, int[]> tests,
        Goal goal,
        Plane plane,
        String note) {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** @throws IllegalArgumentException naming what does not fit */
    public Examples {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        if (features < 1 || targets < 1) {
            throw new IllegalArgumentException(
                    features + " features and " + targets + " labels of an example: there is at least one of each");
        }
        if (inputs.length % features != 0 || labels.length % targets != 0) {
            throw new IllegalArgumentException(inputs.length + " inputs and " + labels.length
                    + " labels are no rows of " + features + " and " + targets);
        }
        if (inputs.length / features != labels.length / targets) {
            throw new IllegalArgumentException(
                    inputs.length / features + " rows of inputs, but " + labels.length / targets + " of labels");
        }
        if (plane.features() != features) {
            throw new IllegalArgumentException(
                    "a plane of " + plane.features() + " features in an input space of " + features);
        }
        requireFinite("input", inputs);
        requireLawful(goal, targets, labels);
        BitSet trained = rows("train", train, labels.length / targets);
        tests.forEach((name, rows) -> {
            if (!name.matches(NAME) || name.equals("train")) {
                throw new IllegalArgumentException("a test set is called '" + name
                        + "', but must be lower-case letters, digits and hyphens, a letter first, and not train");
            }
            BitSet tested = rows(name, rows, labels.length / targets);
            if (tested.intersects(trained)) {
                tested.and(trained);
                throw new IllegalArgumentException(
                        "row " + tested.nextSetBit(0) + " is in train and in the test set " + name);
            }
        });
    }

    private static void requireFinite(String what, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new IllegalArgumentException(what + " " + i + " is " + numbers[i] + ", but must be finite");
            }
        }
    }

    private static void requireLawful(Goal goal, int targets, float[] labels) {
        requireFinite("label", labels);
        switch (goal) {
            case Goal.Binary() -> requireClasses(2, targets, labels);
            case Goal.Classes(int count) -> requireClasses(count, targets, labels);
            case Goal.Regression(int levels) -> {
                for (float label : labels) {
                    if (levels > 0 && (label < 0 || label > 1)) {
                        throw new IllegalArgumentException(
                                "a label is " + label + ", but stands for one of " + levels + " levels on [0, 1]");
                    }
                }
            }
            case Goal.Signal _ -> {}
        }
    }

    private static void requireClasses(int classes, int targets, float[] labels) {
        if (targets != 1) {
            throw new IllegalArgumentException(targets + " labels of an example, but a class is one");
        }
        for (float label : labels) {
            if (label != Math.rint(label) || label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "a label is " + label + ", but must be the number of one of " + classes + " classes, from 0");
            }
        }
    }

    private static BitSet rows(String set, int[] rows, int count) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("the set " + set + " is empty");
        }
        BitSet found = new BitSet(count);
        for (int row : rows) {
            if (row < 0 || row >= count) {
                throw new IllegalArgumentException("row " + row + " in the set " + set + ": there are " + count);
            }
            if (found.get(row)) {
                throw new IllegalArgumentException("row " + row + " is twice in the set " + set);
            }
            found.set(row);
        }
        return found;
    }

    /** The number of rows of the table. */
    public int count() {
        return labels.length / targets;
    }

    /** How many outputs a network for these examples has. */
    public int outputs() {
        return goal.outputs(targets);
    }

    /** Equal if all numbers are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Examples that
                && features == that.features
                && targets == that.targets
                && Arrays.equals(inputs, that.inputs)
                && Arrays.equals(labels, that.labels)
                && Arrays.equals(train, that.train)
                && tests.keySet().equals(that.tests.keySet())
                && tests.keySet().stream().allMatch(name -> Arrays.equals(tests.get(name), that.tests.get(name)))
                && goal.equals(that.goal)
                && plane.equals(that.plane)
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + note.hashCode();
    }

    @Override
    public String toString() {
        return count() + " examples of " + features + " features, " + train.length + " to train on: " + note;
    }
}
