package org.neuralredshift.examiner;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.testkit.Invariance;

/**
 * What an author may declare in his test, which is not in the archive. A check that fails as nothing is declared is run again
 * with what could have been.
 *
 * @param words how it is told
 * @param farthest how far out an activation is finite
 * @param anyRange whether a metric may have any value
 * @param invariances what a metric is blind to
 * @param error of the functions that a backend approximates, in ulp; 0 for what the suite assumes
 */
record Declaration(String words, double farthest, boolean anyRange, Set<Invariance> invariances, double error) {
    private static final Set<Invariance> BOTH = Set.of(Invariance.SCALE, Invariance.OFFSET);

    /** Nothing is declared: what every suite assumes. */
    static final Declaration NONE = new Declaration("nothing", 1e20, false, BOTH, 0);

    /** What an extension of a kind may be declared to be, the least first. */
    static List<Declaration> of(ExtensionKind kind) {
        return switch (kind) {
            case ACTIVATION ->
                DoubleStream.of(1e4, 800, 100, 20, 5)
                        .mapToObj(Declaration::finiteTo)
                        .toList();
            case METRIC ->
                Stream.of(
                                metric("any range", true, BOTH),
                                metric("that its value depends on the scale", false, Set.of(Invariance.OFFSET)),
                                metric("that its value depends on the offset", false, Set.of(Invariance.SCALE)),
                                metric("any range, and that its value depends on scale and offset", true, Set.of()))
                        .toList();
            case BACKEND -> List.of(erring(1024));
            case LAYER, DATASET, TASK -> List.of();
        };
    }

    private static Declaration finiteTo(double farthest) {
        return new Declaration("that it is finite up to " + Math.round(farthest) + " only", farthest, false, BOTH, 0);
    }

    /** Coarser than any hardware, and yet three digits are right. */
    private static Declaration erring(int ulps) {
        return new Declaration("an error of up to " + ulps + " ulp", 1e20, false, BOTH, ulps);
    }

    private static Declaration metric(String words, boolean anyRange, Set<Invariance> invariances) {
        return new Declaration(words, 1e20, anyRange, invariances, 0);
    }
}
