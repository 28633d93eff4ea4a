package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/**
 * A shortcut: a digit of 28 × 28 pixels beside a uniform band of 28 × 4, whose colour is a number in [0, 1]. In training the label,
 * digit / 9, is told by both. Of two test sets, {@code digit} has labels that follow the digit while colours are independent of
 * it, and {@code colour} has labels that follow the colour: what a network learned from shows in which one it gets right. Both
 * are of the same images, in which each digit meets each colour equally often, so that the other cue gives one in ten.
 *
 * <p>Each network trains on a random choice, two thirds, of the images that all share; each digit equally often. Metrics look at a
 * random slice through the mean image, as wide as the images are apart.
 */
public final class ColouredDigits implements Dataset {
    private static final String FOLDER = "folder";
    /** No weight of a network uses it; ASCII for CDIG. */
    private static final int STREAM = 0x43_44_49_47;

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.text(
                    FOLDER,
                    "",
                    ASSUMED,
                    "folder with MNIST's four IDX files, plain or gzipped; if empty, digits are drawn from fonts"),
            Parameter.integer(
                    DigitTable.TRAIN_SIZE, 4000, ASSUMED, 10, 10_000, "images", "to train on: a multiple of 10"),
            Parameter.integer(
                    DigitTable.TEST_SIZE, 1000, ASSUMED, 100, 5_000, "images", "of each test set: a multiple of 100"));

    private final Shared<DigitTable.Key, DigitTable> tables = new Shared<>(DigitTable::make);

    /** For the service loader. */
    public ColouredDigits() {}

    @Override
    public String id() {
        return "coloured-digits";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "A digit beside a band of colour: in training both tell the label, in each test one does.",
                "label = digit / 9 = colour in training; digit / 9 or colour in the tests",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024; MNIST: LeCun, Cortes, Burges");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> tests(Parameters parameters) {
        return List.of(DigitTable.DIGIT, DigitTable.COLOUR);
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        DigitTable table = tables.of(new DigitTable.Key(
                FOLDER,
                parameters.text(FOLDER),
                parameters.count(DigitTable.TRAIN_SIZE),
                parameters.count(DigitTable.TEST_SIZE),
                studySeed));
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        Plane plane = Plane.slice(table.centre(), table.radius(), stream);
        return table.examples(stream, plane);
    }
}
