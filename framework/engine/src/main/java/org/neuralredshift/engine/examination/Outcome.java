package org.neuralredshift.engine.examination;

import java.util.Locale;

/** What became of a check. */
public enum Outcome {
    /** All is as it must be. */
    PASSED,
    /** Something is wrong. */
    FAILED,
    /** Right if the author declares it so in his own test, which is not in the archive; else wrong. */
    UNDECIDED,
    /** None of the checks that tell a right extension of its kind from a wrong one could run here. */
    UNPROVED,
    /** Not applicable, for a reason. */
    SKIPPED;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
