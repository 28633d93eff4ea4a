package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.tasks.learning.data.DigitSource.SIZE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.tasks.learning.data.DigitSource.Collection;

/**
 * The images of {@link ColouredDigits} that all seeds share. Rows in order: those to choose from for training, ten and ten (one of
 * each digit); the test set digit; the test set colour.
 *
 * @param key what it was made from
 * @param inputs {@code [rows, 28 · 32]}, each image row-major, the band on its right
 * @param labels {@code [rows]}
 * @param centre mean of the images to train on
 * @param radius root mean square of their distance from it
 * @param note where the digits are from
 */
record DigitTable(Key key, float[] inputs, float[] labels, float[] centre, double radius, String note) {
    /** The test set in which the digit alone tells the label. */
    static final String DIGIT = "digit";
    /** The test set in which the colour alone does. */
    static final String COLOUR = "colour";

    /** Parameter of the dataset. */
    static final String TRAIN_SIZE = "train-size";
    /** Parameter of the dataset. */
    static final String TEST_SIZE = "test-size";

    private static final int BAND = 4;
    private static final int WIDTH = SIZE + BAND;
    private static final int FEATURES = SIZE * WIDTH;
    private static final int DIGITS = 10;

    /**
     * All that decides the table.
     *
     * @param parameter name of the parameter that names the folder, for errors
     * @param folder of MNIST, or empty
     */
    record Key(String parameter, String folder, int trainSize, int testSize, long studySeed) {
        private int tens() {
            return (3 * trainSize / DIGITS + 1) / 2;
        }
    }

    /** @throws InvalidParameterException if sizes are no multiples, a file is not right, or there are too few images */
    static DigitTable make(Key key) {
        requireMultiple(TRAIN_SIZE, key.trainSize(), DIGITS, "so that each digit is there equally often");
        requireMultiple(
                TEST_SIZE, key.testSize(), DIGITS * DIGITS, "so that each digit meets each colour equally often");
        DigitSource digits = key.folder().isEmpty()
                ? new DrawnDigits(key.studySeed())
                : new MnistFolder(key.parameter(), key.folder(), key.studySeed());
        requireEnough(TRAIN_SIZE, key.trainSize(), key.tens(), digits.available(Collection.TRAIN));
        requireEnough(TEST_SIZE, key.testSize(), key.testSize() / DIGITS, digits.available(Collection.TEST));
        int pool = DIGITS * key.tens();
        float[] inputs = new float[(pool + 2 * key.testSize()) * FEATURES];
        float[] labels = new float[pool + 2 * key.testSize()];
        float[] image = new float[SIZE * SIZE];
        for (int row = 0; row < pool; row++) {
            int digit = row % DIGITS;
            digits.image(Collection.TRAIN, digit, row / DIGITS, image);
            write(image, digit, inputs, row);
            labels[row] = level(digit);
        }
        for (int row = 0; row < key.testSize(); row++) {
            int digit = row % DIGITS;
            int colour = row / DIGITS % DIGITS;
            digits.image(Collection.TEST, digit, row / DIGITS, image);
            write(image, colour, inputs, pool + row);
            write(image, colour, inputs, pool + key.testSize() + row);
            labels[pool + row] = level(digit);
            labels[pool + key.testSize() + row] = level(colour);
        }
        float[] centre = mean(inputs, pool);
        return new DigitTable(key, inputs, labels, centre, radius(inputs, pool, centre), digits.note());
    }

    private static void requireMultiple(String parameter, int size, int of, String why) {
        if (size % of != 0) {
            throw new InvalidParameterException(parameter, size, "a multiple of " + of + ", " + why);
        }
    }

    private static void requireEnough(String parameter, int size, int wanted, int available) {
        if (wanted > available) {
            throw new InvalidParameterException(
                    parameter,
                    size,
                    "smaller: it takes " + wanted + " images of each digit, and of one there are " + available);
        }
    }

    private static float level(int digit) {
        return digit / (DIGITS - 1f);
    }

    private static void write(float[] image, int colour, float[] inputs, int row) {
        for (int y = 0; y < SIZE; y++) {
            int from = row * FEATURES + y * WIDTH;
            System.arraycopy(image, y * SIZE, inputs, from, SIZE);
            Arrays.fill(inputs, from + SIZE, from + WIDTH, level(colour));
        }
    }

    private static float[] mean(float[] inputs, int rows) {
        float[] mean = new float[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += inputs[row * FEATURES + feature];
            }
            mean[feature] = (float) (sum / rows);
        }
        return mean;
    }

    private static double radius(float[] inputs, int rows, float[] centre) {
        double squares = 0;
        for (int i = 0; i < rows * FEATURES; i++) {
            double away = inputs[i] - centre[i % FEATURES];
            squares += away * away;
        }
        return Math.sqrt(squares / rows);
    }

    /**
     * For one network.
     *
     * @param stream chooses the images to train on
     * @param plane where metrics look
     */
    Examples examples(RandomStream stream, Plane plane) {
        int[] tens = IntStream.range(0, key.tens()).toArray();
        stream.shuffle(tens);
        int[] train = Arrays.stream(tens, 0, key.trainSize() / DIGITS)
                .sorted()
                .flatMap(ten -> IntStream.range(DIGITS * ten, DIGITS * (ten + 1)))
                .toArray();
        int pool = DIGITS * key.tens();
        Map<String, int[]> tests = new LinkedHashMap<>();
        tests.put(DIGIT, IntStream.range(pool, pool + key.testSize()).toArray());
        tests.put(
                COLOUR,
                IntStream.range(pool + key.testSize(), pool + 2 * key.testSize())
                        .toArray());
        return new Examples(FEATURES, 1, inputs, labels, train, tests, new Goal.Regression(DIGITS), plane, note);
    }
}
