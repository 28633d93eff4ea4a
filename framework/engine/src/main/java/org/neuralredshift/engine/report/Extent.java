package org.neuralredshift.engine.report;

import java.util.Optional;

/**
 * How much of a run is there.
 *
 * @param done networks that have rows, null models among them
 * @param planned networks of the whole run, likewise
 */
record Extent(long done, long planned) {
    /** What a reader must know; empty if all is there. */
    Optional<String> notice() {
        return done == planned
                ? Optional.empty()
                : Optional.of("The run is not finished: this is what " + done + " of " + planned
                        + " networks (null models count) tell. Run the study again with --resume to go on.");
    }
}
