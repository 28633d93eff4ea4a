package org.neuralredshift.api.compute;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.neuralredshift.api.random.Initialisation;

/** Where the weights of a run come from. */
public sealed interface Weights {
    /**
     * Drawn at random where they are needed, by {@link Initialisation#draw} or with the same bits.
     *
     * @param seeds of the networks; kept by reference, so that the caller may change them between runs
     * @param magnitudes of the networks; likewise
     */
    record Drawn(Initialisation initialisation, long studySeed, long[] seeds, double[] magnitudes) implements Weights {}

    /**
     * Given by the caller.
     *
     * @param values for each weight of the graph by name: {@code [networks, shape]} float32
     */
    record Given(Map<String, MemorySegment> values) implements Weights {
        public Given {
            values = Map.copyOf(values);
        }
    }
}
