package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.regex.Pattern;
import org.neuralredshift.api.annotation.Api;

/**
 * A number that a task measures itself, beside the metrics that a study chooses: an accuracy, a loss, a distance. Its rows are
 * those of a metric of this name whose variant is {@code standard} and whose revision is the task's, so studies name it in
 * figures and claims as they name metrics.
 *
 * @param name of lower-case words with hyphens, as {@code test-accuracy}; that of no metric
 * @param unit of its values, as {@code dB}; empty for none
 * @param help one sentence: what it is, its range, and what NaN means
 */
@Api(INCUBATING)
public record Quantity(String name, String unit, String help) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException if the name is none that a study can write */
    public Quantity {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a quantity is called \"" + name + "\": write lower-case words with hyphens, as test-accuracy");
        }
    }
}
