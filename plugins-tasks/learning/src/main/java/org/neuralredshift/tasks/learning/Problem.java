package org.neuralredshift.tasks.learning;

import java.util.List;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.api.task.Extensions;

/**
 * What networks are to learn.
 *
 * @param parameter of the task that names the dataset
 * @param text its value
 * @param dataset that it names
 * @param options of the dataset
 * @param shuffled whether the labels of the training set are in random order
 */
record Problem(String parameter, String text, Dataset dataset, Parameters options, boolean shuffled) {
    /** No weight of a network uses it; ASCII for SHUF. */
    private static final int STREAM = 0x53_48_55_46;

    /**
     * The problem of a cell.
     *
     * @throws InvalidParameterException if the dataset has no such options
     */
    static Problem of(Parameters parameters, Extensions extensions) {
        boolean shuffled = parameters.text(CommonParameters.LABELS).equals(CommonParameters.SHUFFLED);
        return of(CommonParameters.DATASET, parameters, shuffled, extensions);
    }

    /** The problem that a parameter names. */
    static Problem of(String parameter, Parameters parameters, boolean shuffled, Extensions extensions) {
        String text = parameters.text(parameter);
        Selection selection = Selection.parse(text);
        Dataset dataset = extensions.dataset(selection.id());
        try {
            return new Problem(parameter, text, dataset, selection.resolve(dataset.parameters()), shuffled);
        } catch (InvalidParameterException e) {
            throw refused(parameter, text, e);
        }
    }

    private static InvalidParameterException refused(String parameter, String text, InvalidParameterException cause) {
        return new InvalidParameterException(parameter, text, "one that can be made: " + cause.getMessage(), cause);
    }

    /**
     * The examples of a network.
     *
     * @throws InvalidParameterException naming the parameter of the task, if the dataset cannot make them
     */
    Examples examples(long studySeed, long seed) {
        try {
            Examples examples = dataset.examples(options, studySeed, seed);
            requireDeclared(examples);
            return shuffled ? shuffled(examples, studySeed, seed) : examples;
        } catch (InvalidParameterException e) {
            throw refused(parameter, text, e);
        }
    }

    /** The test sets that the examples of every seed have. */
    List<String> tests() {
        return dataset.tests(options);
    }

    /** Of a set that the dataset does not declare, studies could not name the results. */
    private void requireDeclared(Examples examples) {
        List<String> sets = List.copyOf(examples.tests().keySet());
        if (!sets.equals(tests())) {
            throw new InvalidParameterException(
                    parameter,
                    text,
                    "a dataset whose method tests() gives the names of its test sets: it says " + tests()
                            + ", its examples have " + sets);
        }
    }

    /** The same with the labels of the rows to train on in random order; those of tests stay as they are. */
    private static Examples shuffled(Examples examples, long studySeed, long seed) {
        int[] order = examples.train().clone();
        new RandomStream().reset(studySeed, seed, 0, STREAM).shuffle(order);
        int targets = examples.targets();
        float[] labels = examples.labels().clone();
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(examples.labels(), order[i] * targets, labels, examples.train()[i] * targets, targets);
        }
        return new Examples(
                examples.features(),
                targets,
                examples.inputs(),
                labels,
                examples.train(),
                examples.tests(),
                examples.goal(),
                examples.plane(),
                examples.note() + ", training labels shuffled");
    }

    /**
     * The network that can learn them.
     *
     * @param examples of any seed
     * @throws InvalidParameterException naming the parameter to change, if the parts do not fit so many inputs
     */
    static RandomNetwork network(Parameters parameters, Examples examples, Extensions extensions) {
        return RandomNetwork.of(
                parameters, examples.features(), examples.outputs(), true, extensions::activation, extensions::layer);
    }
}
