package org.neuralredshift.tasks.learning;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;

/** Networks of one architecture, ready to be evaluated. */
sealed interface Population {
    /** How many there are. */
    int size();

    /** The prefactor of each. */
    float[] prefactors();

    /** The weights of all, one network after another. */
    Weights weights();

    /** Some of them. */
    Population part(int from, int count);

    /** Binds them to a program. */
    default void bind(Bindings bindings) {
        bindings.networks(size()).scalar(Architecture.PREFACTOR, prefactors()).weights(weights());
    }

    /**
     * Networks whose weights are as they are drawn.
     *
     * @param studySeed first word of every random key
     * @param seeds second word, of each network
     * @param magnitudes of each network
     */
    record Drawn(Initialisation initialisation, long studySeed, long[] seeds, double[] magnitudes, float[] prefactors)
            implements Population {
        @Override
        public int size() {
            return seeds.length;
        }

        @Override
        public Weights weights() {
            return new Weights.Drawn(initialisation, studySeed, seeds, magnitudes);
        }

        @Override
        public Population part(int from, int count) {
            return new Drawn(
                    initialisation,
                    studySeed,
                    Arrays.copyOfRange(seeds, from, from + count),
                    Arrays.copyOfRange(magnitudes, from, from + count),
                    Arrays.copyOfRange(prefactors, from, from + count));
        }
    }

    /**
     * Networks whose weights were learned.
     *
     * @param values for each weight by its name, {@code [networks, shape]} float32
     */
    record Learned(Map<String, MemorySegment> values, float[] prefactors) implements Population {
        @Override
        public int size() {
            return prefactors.length;
        }

        @Override
        public Weights weights() {
            return new Weights.Given(values);
        }

        /** Whether every weight of a network is a number. */
        boolean isFinite(int network) {
            for (MemorySegment all : values.values()) {
                long each = all.byteSize() / Float.BYTES / prefactors.length;
                for (long i = network * each; i < (network + 1) * each; i++) {
                    if (!Float.isFinite(all.getAtIndex(ValueLayout.JAVA_FLOAT, i))) {
                        return false;
                    }
                }
            }
            return true;
        }

        @Override
        public Population part(int from, int count) {
            Map<String, MemorySegment> some = new HashMap<>();
            values.forEach((name, all) -> {
                long each = all.byteSize() / prefactors.length;
                some.put(name, all.asSlice(from * each, count * each));
            });
            return new Learned(some, Arrays.copyOfRange(prefactors, from, from + count));
        }
    }
}
