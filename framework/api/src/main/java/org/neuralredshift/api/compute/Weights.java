package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;

/** Where the weights of a run come from. */
@Api(INCUBATING)
public sealed interface Weights {
    /**
     * Drawn at random where they are needed, by {@link Initialisation#draw} or with the same bits.
     *
     * @param initialisation the distribution
     * @param studySeed 0 to 2^32 - 1, shared by all networks
     * @param seeds of the networks, as many as networks or more, 0 to 2^32 - 1; kept by reference, so that the caller may
     *     change them between runs
     * @param magnitudes of the networks; likewise
     */
    record Drawn(Initialisation initialisation, long studySeed, long[] seeds, double[] magnitudes) implements Weights {}

    /**
     * Given by the caller.
     *
     * @param values for each weight of the graph by name: {@code [networks, shape]} float32 row-major, or more
     */
    record Given(Map<String, MemorySegment> values) implements Weights {
        public Given {
            values = Map.copyOf(values);
        }

        /**
         * The values of a weight.
         *
         * @throws IllegalArgumentException naming it, if none are given
         */
        public MemorySegment of(Tensor.Weight weight) {
            MemorySegment given = values.get(weight.name());
            if (given == null) {
                throw new IllegalArgumentException("no values are given for weight " + weight.name() + ", only for "
                        + values.keySet().stream().sorted().toList());
            }
            return given;
        }
    }
}
