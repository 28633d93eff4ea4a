package org.neuralredshift.backends.cuda.program;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * What the kernel {@code lz78}, revision 1, is asked for: how many different phrases a sequence of samples is cut into once it is
 * quantised.
 *
 * @param points of the sequence
 * @param quantisation how samples become symbols
 * @param levels the number of symbols
 */
record Phrases(int points, Quantisation quantisation, int levels) {
    /** A longer sequence is for the host: one thread parses it. */
    private static final int LONGEST = 1 << 18;

    private static final int MOST_LEVELS = 256;

    /** How a sample becomes a symbol. */
    enum Quantisation {
        /** 1 if it is above the median, or not below the largest if nothing is above the median. */
        MEDIAN,
        /** How many thresholds it is above, which part the samples equally. */
        RANK,
        /** Levels of equal width between the least and the largest. */
        RANGE
    }

    /** What a kernel of a program asks for; empty if there is none of that kind. */
    static Optional<Phrases> of(Tensor.Kernel kernel) {
        Map<String, Object> parameters = kernel.parameters().values();
        Shape sequence = kernel.operand().shape();
        boolean isKnown = kernel.name().equals("lz78")
                && kernel.revision() == 1
                && parameters.keySet().equals(Set.of("quantisation", "levels"))
                && sequence.rank() == 1
                && sequence.size() >= 1
                && sequence.size() <= LONGEST
                && kernel.shape().equals(Shape.of(1));
        if (!isKnown || !(parameters.get("levels") instanceof Long levels) || levels < 2 || levels > MOST_LEVELS) {
            return Optional.empty();
        }
        int points = sequence.extent(0);
        return switch (String.valueOf(parameters.get("quantisation"))) {
            case "median" -> Optional.of(new Phrases(points, Quantisation.MEDIAN, 2));
            case "rank" -> Optional.of(new Phrases(points, Quantisation.RANK, levels.intValue()));
            case "min-max" -> Optional.of(new Phrases(points, Quantisation.RANGE, levels.intValue()));
            default -> Optional.empty();
        };
    }

    /** The most phrases that such a sequence can have, all different: the shortest ones first. */
    int most() {
        long phrases = 0;
        long left = points;
        long ofThisLength = levels;
        for (long length = 1; left >= length; length++) {
            long fitting = Math.min(ofThisLength, left / length);
            phrases += fitting;
            left -= fitting * length;
            ofThisLength = Math.min(ofThisLength * levels, LONGEST);
        }
        return (int) phrases;
    }

    /** How many thresholds part the symbols; none if they are computed. */
    int thresholds() {
        return quantisation == Quantisation.RANGE ? 0 : levels - 1;
    }
}
