package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.regex.Pattern;
import org.neuralredshift.api.annotation.Api;

/**
 * Names of the moments at which a task measures a network that changes: {@value #INITIAL}, {@value #FINAL}, or a number of
 * steps such as {@code 100}. A row tells its stage in the {@code TEXT} column {@value #COLUMN}; without that column, or where it
 * is null, the stage is {@value #FINAL}. Studies write {@code fourier@initial}, and {@code fourier} alone for the last stage.
 */
@Api(INCUBATING)
public final class Stages {
    /** The column of rows. */
    public static final String COLUMN = "stage";
    /** Before the first step. */
    public static final String INITIAL = "initial";
    /** After the last step: what a study means that names no stage. */
    public static final String FINAL = "final";
    /** No moment, but the function to be learned: pictures show it beside the others. It has no rows. */
    public static final String TARGET = "target";

    private static final Pattern STEPS = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Stages() {}

    /** Whether a stage is a number of steps. */
    public static boolean isSteps(String stage) {
        return STEPS.matcher(stage).matches();
    }

    /** What studies call a metric or quantity at a stage: {@code label@stage}, or the label alone for the last. */
    public static String label(String label, String stage) {
        return stage.isEmpty() || stage.equals(FINAL) ? label : label + "@" + stage;
    }
}
