package org.neuralredshift.tasks.learning.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.random.RandomStream;

/**
 * A random split of a table.
 *
 * @param train rows to train on, ascending
 * @param test all others, ascending
 */
record Split(int[] train, int[] test) {
    /** The parameter of a dataset that says how large the training set is. */
    static final String TRAIN_FRACTION = "train-fraction";

    /** No weight of a network uses it; ASCII for SPLT. */
    private static final int STREAM = 0x53_50_4C_54;

    /**
     * Any set of round(fraction · count) rows to train on, all equally likely.
     *
     * @param fraction value of {@value #TRAIN_FRACTION}
     * @throws InvalidParameterException if nothing is left to train on, or to test
     */
    static Split random(int count, double fraction, long studySeed, long seed) {
        int trained = (int) Math.round(fraction * count);
        if (trained == 0 || trained == count) {
            throw new InvalidParameterException(
                    TRAIN_FRACTION,
                    fraction,
                    "such that of " + count + " examples some are for training and some for the test, not " + trained
                            + " and " + (count - trained));
        }
        int[] rows = IntStream.range(0, count).toArray();
        new RandomStream().reset(studySeed, seed, 0, STREAM).shuffle(rows);
        int[] train = Arrays.copyOf(rows, trained);
        int[] test = Arrays.copyOfRange(rows, trained, count);
        Arrays.sort(train);
        Arrays.sort(test);
        return new Split(train, test);
    }

    /** For the note of a dataset: how many rows are for training. */
    String words() {
        return "; " + train.length + " to train on, " + test.length + " for the test";
    }
}
