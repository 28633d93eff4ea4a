package org.neuralredshift.tasks.learning;

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

    /** Those of a trained network. */
    static final List<Quantity> OF_NETWORKS = List.of(
            new Quantity("train-accuracy", "", "training set: " + BALANCED),
            new Quantity("test-accuracy", "", "test set: " + BALANCED),
            new Quantity("digit-accuracy", "", "test set in which only the digit tells the label: " + BALANCED),
            new Quantity("colour-accuracy", "", "test set in which only the colour tells the label: " + BALANCED),
            new Quantity("train-loss", "", "training set: " + LOSS),
            new Quantity("test-loss", "", "test set: " + LOSS),
            new Quantity("digit-loss", "", "test set in which only the digit tells the label: " + LOSS),
            new Quantity("colour-loss", "", "test set in which only the colour tells the label: " + LOSS),
            new Quantity("train-psnr", "dB", "training samples of a signal: peak signal-to-noise ratio"),
            new Quantity("test-psnr", "dB", "samples between them: peak signal-to-noise ratio"),
            new Quantity(
                    VARIATION,
                    "",
                    "mean total variation along segments between training points, in standard deviations of the function"));

    /** Those of a network that was guessed. */
    static final List<Quantity> OF_GUESSES = Stream.concat(
                    Stream.of(
                            new Quantity(FITTED, "", "1 if some network fitted the training set, else 0"),
                            new Quantity(LEAST_LOSS, "", "the least training loss of all networks that were drawn"),
                            new Quantity(
                                    GUESSES,
                                    "",
                                    "networks that were drawn until one fitted the training set, it among them")),
                    OF_NETWORKS.stream())
            .toList();

    private Quantities() {}

    /** How rows name a quantity. */
    static Rows.Measure measure(String quantity, int revision) {
        return new Rows.Measure(quantity, "standard", revision);
    }
}
