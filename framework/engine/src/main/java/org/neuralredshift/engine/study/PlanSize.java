package org.neuralredshift.engine.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;

/** Guards against studies that nobody meant. */
final class PlanSize {
    private static final long MOST = 50_000_000;

    private PlanSize() {}

    static void check(Study study, String source) {
        // In floating point: a product beyond 64 bits must be refused, not overflow.
        double networks = sets(study).mapToDouble(PlanSize::combinations).sum()
                * study.seeds().size();
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

    /** Cells in several sweeps are counted in each: what is planned is what is listed. */
    private static Stream<Map<String, List<Object>>> sets(Study study) {
        return Stream.concat(
                study.cellSets().stream(), study.nullModels().stream().map(Study.NullModel::parameters));
    }

    private static double combinations(Map<String, List<Object>> set) {
        return set.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    }
}
