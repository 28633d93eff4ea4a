package org.neuralredshift.backends.cuda.program;

import org.jspecify.annotations.Nullable;

/**
 * Memory of the card that kernels read or write. Identity matters, not equality: two buffers are two places.
 *
 * @param name of what it holds: of the input, scalar, weight, state or output in the graph
 * @param kind what it holds, and who fills it
 * @param elements of one network if it is per network, else of all; row-major; may be 0
 * @param perNetwork whether each network of a chunk has its own: {@code [networks, elements]}
 * @param values of a {@link Kind#CONSTANT}, else null
 */
public record Buffer(String name, Kind kind, long elements, boolean perNetwork, float @Nullable [] values) {
    /** What a buffer holds, and who fills it. */
    public enum Kind {
        /** Data of a run: float32, filled by the session at each run. */
        INPUT(4),
        /** Numbers of the program: float32, filled once. */
        CONSTANT(4),
        /** One number per network: float32, filled by the session at each run. */
        SCALAR(4),
        /** Weights: float32, drawn by launches of {@link Program#network}, or filled by the session. */
        WEIGHT(4),
        /** A state: float32, of all networks of the session, kept from run to run. */
        STATE(4),
        /** Between kernels: float32. */
        SCRATCH(4),
        /** A result: float32, read by the session at the end of a run. */
        OUTPUT(4),
        /** What went wrong in a run: {@link Program#FLAG_WORDS} words of 32 bits, zero before a run; see {@link Program#failure}. */
        FLAG(4),
        /** Seeds of the networks: 32 bits without sign, filled by the session. */
        SEEDS(4),
        /**
         * Half-widths of the weight of that name, one per network: float64, {@link
         * org.neuralredshift.api.random.Initialisation#halfWidth}, filled by the session.
         */
        HALF_WIDTHS(8);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    /** The bytes of one network, or of all if it is shared. */
    public long bytes() {
        return Math.multiplyExact(elements, (long) kind.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
