package org.neuralredshift.engine.study;

import org.neuralredshift.engine.UserException;

/** Guards against studies that nobody meant. */
final class PlanSize {
    private static final long MOST = 50_000_000;

    private PlanSize() {}

    static void check(Study study, String source) {
        double networks = study.seeds().size();
        for (var values : study.parameters().values()) {
            networks *= values.size();
        }
        if (networks > MOST) {
            throw new UserException(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s: the study has %.3g networks, but at most %d can be planned at once.",
                            source,
                            networks,
                            MOST),
                    "Swept are " + String.join(", ", study.swept()) + ": split one of them over several studies.");
        }
    }
}
