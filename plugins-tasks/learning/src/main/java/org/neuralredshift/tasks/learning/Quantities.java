package org.neuralredshift.tasks.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.neuralredshift.api.task.Quantity;

/** What tasks of this module measure themselves. */
final class Quantities {
    static final String VARIATION = "segment-variation";
    static final String FITTED = "fitted";
    static final String GUESSES = "guesses";
    static final String LEAST_LOSS = "least-loss";

    private static final String BALANCED =
            "share of the right outputs in each class, mean over classes, 0 to 1; chance is 1 / classes";
    private static final String LOSS = "mean loss: logistic, cross-entropy, or squared error";

    private static final List<Quantity> GUESSED = List.of(
            new Quantity(FITTED, "", "1 if some network fitted the training set, else 0"),
            new Quantity(LEAST_LOSS, "", "the least training loss of all networks that were drawn"),
            new Quantity(GUESSES, "", "networks that were drawn until one fitted the training set, it among them"));
    private static final String RATIO = "peak signal-to-noise ratio";

    private Quantities() {}

    /** Those of a network that learned, in the order of the sets: accuracies, losses, ratios, and the variation. */
    static List<Quantity> ofNetworks(Problem problem) {
        List<String> sets = new ArrayList<>(List.of(Lesson.TRAIN));
        sets.addAll(problem.tests());
        List<Quantity> quantities = new ArrayList<>();
        sets.forEach(set -> quantities.add(new Quantity(accuracy(set), "", called(set) + BALANCED)));
        sets.forEach(set -> quantities.add(new Quantity(loss(set), "", called(set) + LOSS)));
        sets.forEach(set -> quantities.add(new Quantity(signalToNoise(set), "dB", called(set) + RATIO)));
        quantities.add(new Quantity(
                VARIATION,
                "",
                "mean total variation along segments between training points, in standard deviations of the function"));
        return quantities;
    }

    /** Those of a network that was guessed. */
    static List<Quantity> ofGuesses(Problem problem) {
        return Stream.concat(GUESSED.stream(), ofNetworks(problem).stream()).toList();
    }

    private static String called(String set) {
        return set.equals(Lesson.TRAIN) ? "training set: " : "test set " + set + ": ";
    }

    /** The quantity that says how often a network is right on a set. */
    static String accuracy(String set) {
        return set + "-accuracy";
    }

    /** The quantity that says how far a network is from the labels of a set. */
    static String loss(String set) {
        return set + "-loss";
    }

    /** The quantity that says how well a network knows a signal on a set. */
    static String signalToNoise(String set) {
        return set + "-psnr";
    }

    /** How rows name a quantity. */
    static Rows.Measure measure(String quantity, int revision) {
        return new Rows.Measure(quantity, "standard", revision);
    }
}
