package org.neuralredshift.tasks.learning.data;

import static org.neuralredshift.api.parameter.Origin.ASSUMED;

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
 * The sign of a product of some of n numbers of -1 or 1. All 2^n vectors are the examples; the label of each is 1 if the product of
 * its first {@code relevant} numbers is positive, else 0; the others are irrelevant. Which are relevant does not matter to networks whose
 * weights are drawn alike for all inputs. Half of the labels are 1; the split is random by the seed. Metrics look at a random slice
 * through 0, as wide as the vectors are long.
 */
public final class Parity implements Dataset {
    private static final String BITS = "bits";
    private static final String RELEVANT = "relevant";
    /** No weight of a network uses it; ASCII for PARI. */
    private static final int STREAM = 0x50_41_52_49;

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.integer(BITS, 10, ASSUMED, 2, 16, "bits", "how many inputs there are"),
            Parameter.integer(RELEVANT, 4, ASSUMED, 1, 16, "bits", "how many of them, the first, the label depends on"),
            Parameter.real(
                    Split.TRAIN_FRACTION, 0.5, ASSUMED, 0, 1, "", "share of the examples that are for training"));

    private record Table(float[] inputs, float[] labels) {}

    private record Key(int bits, int relevant) {}

    private final Shared<Key, Table> tables = new Shared<>(Parity::table);

    /** For the service loader. */
    public Parity() {}

    @Override
    public String id() {
        return "parity";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Is the product of some of the inputs, each -1 or 1, positive?",
                "y = 1 if x1·x2·...·xk > 0, else 0; x in {-1, 1}^n",
                "");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Examples examples(Parameters parameters, long studySeed, long seed) {
        int bits = parameters.count(BITS);
        int relevant = parameters.count(RELEVANT);
        if (relevant > bits) {
            throw new InvalidParameterException(RELEVANT, relevant, "at most " + BITS + ", which is " + bits);
        }
        Table table = tables.of(new Key(bits, relevant));
        int count = table.labels().length;
        Split split = Split.random(count, parameters.real(Split.TRAIN_FRACTION), studySeed, seed);
        RandomStream stream = new RandomStream().reset(studySeed, seed, 0, STREAM);
        return new Examples(
                bits,
                1,
                table.inputs(),
                table.labels(),
                split.train(),
                Map.of("test", split.test()),
                new Goal.Binary(),
                bits == 2 ? Plane.square(1) : Plane.slice(new float[bits], Math.sqrt(bits), stream),
                "all " + count + " vectors of " + bits + " bits, parity of " + relevant + split.words());
    }

    private static Table table(Key key) {
        int count = 1 << key.bits();
        float[] inputs = new float[count * key.bits()];
        float[] labels = new float[count];
        for (int row = 0; row < count; row++) {
            int product = 1;
            for (int bit = 0; bit < key.bits(); bit++) {
                int sign = (row >> bit & 1) == 0 ? -1 : 1;
                inputs[row * key.bits() + bit] = sign;
                product *= bit < key.relevant() ? sign : 1;
            }
            labels[row] = product > 0 ? 1 : 0;
        }
        return new Table(inputs, labels);
    }
}
