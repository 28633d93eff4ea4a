package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;
import static org.neuralredshift.api.parameter.Origin.PAPER;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/**
 * Whether the sum of a few integers, modulo some number, is small. All vectors x in {0, ..., size - 1}^terms are the examples, the
 * label of each is 1 if (Σx mod modulus) <= modulus / 2, else 0; the split is random by the seed. The smaller the modulus, the
 * higher the frequency of the function.
 *
 * <p>The inputs are {@code centred}: x - (size - 1) / 2; {@code unit}: the same scaled to [-1, 1]; or {@code one-hot}: size numbers
 * of 0 or 1 for each term. Where two features are not all, metrics look at a random slice through the mean of the inputs.
 */
public final class ModuloAddition implements Dataset {
    private static final String MODULUS = "modulus";
    private static final String TERMS = "terms";
    private static final String SIZE = "size";
    private static final String INPUTS = "inputs";
    private static final String CENTRED = "centred";
    private static final String UNIT = "unit";
    private static final String ONE_HOT = "one-hot";
    private static final int MOST_EXAMPLES = 1 << 16;
    /** No weight of a network uses it; ASCII for MODU. */
    private static final int STREAM = 0x4D_4F_44_55;

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.integer(MODULUS, 10, PAPER, 2, 1024, "", "the number by which the sum is divided"),
            Parameter.integer(TERMS, 2, ASSUMED, 1, 16, "terms", "how many integers are added"),
            Parameter.integer(SIZE, 16, PAPER, 2, 256, "values", "each integer is one of 0 to size - 1"),
            Parameter.choice(
                    INPUTS,
                    CENTRED,
                    ASSUMED,
                    List.of(CENTRED, UNIT, ONE_HOT),
                    "integers minus their mean, integers scaled to [-1, 1], or size inputs of 0 or 1 for each"),
            Parameter.real(
                    Split.TRAIN_FRACTION, 0.5, ASSUMED, 0, 1, "", "share of the examples that are for training"));

    private record Key(int terms, int size, long modulus, String form) {}

    private record Table(float[] inputs, float[] labels) {}

    private final Shared<Key, Table> tables = new Shared<>(ModuloAddition::table);

    /** For the service loader. */
    public ModuloAddition() {}

    @Override
    public String id() {
        return "modulo-addition";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Is the sum of integers small, modulo a number?",
                "y = 1 if (Σx mod M) <= M/2, else 0; x in {0, ..., size - 1}^terms",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        int terms = parameters.count(TERMS);
        int size = parameters.count(SIZE);
        String form = parameters.text(INPUTS);
        int count = count(terms, size);
        Table table = tables.of(new Key(terms, size, parameters.integer(MODULUS), form));
        Split split = Split.random(count, parameters.real(Split.TRAIN_FRACTION), studySeed, seed);
        return new Examples(
                table.inputs().length / count,
                1,
                table.inputs(),
                table.labels(),
                split.train(),
                Map.of("test", split.test()),
                new Goal.Binary(),
                plane(terms, size, form, studySeed, seed),
                "all " + count + " sums of " + terms + " integers below " + size + ", inputs " + form + split.words());
    }

    private static Table table(Key key) {
        int count = count(key.terms(), key.size());
        int features = key.form().equals(ONE_HOT) ? key.terms() * key.size() : key.terms();
        float[] inputs = new float[count * features];
        float[] labels = new float[count];
        for (int row = 0; row < count; row++) {
            int sum = 0;
            int rest = row;
            for (int term = 0; term < key.terms(); term++) {
                int integer = rest % key.size();
                rest /= key.size();
                sum += integer;
                write(integer, key.size(), key.form(), inputs, row * features, term);
            }
            labels[row] = 2 * (sum % key.modulus()) <= key.modulus() ? 1 : 0;
        }
        return new Table(inputs, labels);
    }

    private static int count(int terms, int size) {
        double count = Math.pow(size, terms);
        if (count > MOST_EXAMPLES) {
            throw new InvalidParameterException(
                    TERMS,
                    terms,
                    "so few that there are at most " + MOST_EXAMPLES + " sums: with " + size
                            + " values of each there are " + (long) count);
        }
        return (int) count;
    }

    private static void write(int integer, int size, String form, float[] inputs, int from, int term) {
        double half = (size - 1) / 2.0;
        switch (form) {
            case CENTRED -> inputs[from + term] = (float) (integer - half);
            case UNIT -> inputs[from + term] = (float) ((integer - half) / half);
            default -> inputs[from + term * size + integer] = 1;
        }
    }

    private static Plane plane(int terms, int size, String form, long studySeed, long seed) {
        float half = (size - 1) / 2f;
        float length = form.equals(CENTRED) ? half : 1;
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        if (form.equals(ONE_HOT)) {
            float[] centre = new float[terms * size];
            Arrays.fill(centre, 1f / size);
            return Plane.slice(centre, length, stream);
        }
        return switch (terms) {
            case 1 -> new Plane(new float[1], new float[] {length}, new float[1]);
            case 2 -> Plane.square(length);
            default -> Plane.slice(new float[terms], length, stream);
        };
    }
}
