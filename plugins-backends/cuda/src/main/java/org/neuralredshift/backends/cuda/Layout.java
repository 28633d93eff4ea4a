package org.neuralredshift.backends.cuda;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.backends.cuda.program.Buffer;

/** Where buffers lie in two blocks of memory: one that is kept from run to run, one for the chunk of networks at hand. */
final class Layout {
    private static final long ALIGNMENT = 256;

    private final Map<Buffer, Long> offsets = new IdentityHashMap<>();
    /** From an output of one chunk to the same of another. */
    private final Map<Buffer, Long> strides = new IdentityHashMap<>();

    private final long keptBytes;
    private final long chunkBytes;

    /**
     * @param networks of the session, whose states are kept
     * @param chunk networks at once
     * @param slots for the outputs of so many chunks
     * @throws ArithmeticException if there are 2^63 bytes or more
     */
    Layout(List<Buffer> buffers, int networks, int chunk, int slots) {
        long kept = 0;
        long ofChunk = 0;
        for (Buffer buffer : buffers) {
            boolean isKept = isKept(buffer);
            offsets.put(buffer, isKept ? kept : ofChunk);
            int count = !buffer.perNetwork() ? 1 : isKept ? networks : chunk;
            long bytes = aligned(Math.multiplyExact(buffer.bytes(), (long) count));
            if (isKept) {
                kept = Math.addExact(kept, bytes);
            } else if (buffer.kind() == Buffer.Kind.OUTPUT) {
                strides.put(buffer, bytes);
                ofChunk = Math.addExact(ofChunk, Math.multiplyExact(bytes, (long) slots));
            } else {
                ofChunk = Math.addExact(ofChunk, bytes);
            }
        }
        this.keptBytes = Math.max(ALIGNMENT, kept);
        this.chunkBytes = Math.max(ALIGNMENT, ofChunk);
    }

    private static long aligned(long bytes) {
        return Math.multiplyExact(Math.addExact(bytes, ALIGNMENT - 1) / ALIGNMENT, ALIGNMENT);
    }

    /** Whether a buffer keeps its numbers from run to run, or at least from chunk to chunk. */
    static boolean isKept(Buffer buffer) {
        return !buffer.perNetwork() || buffer.kind() == Buffer.Kind.STATE;
    }

    /** Bytes of what is kept. */
    long keptBytes() {
        return keptBytes;
    }

    /** Bytes of a chunk. */
    long chunkBytes() {
        return chunkBytes;
    }

    /**
     * Where a buffer begins in its block.
     *
     * @param slot of the chunk, if it is an output
     */
    long offset(Buffer buffer, int slot) {
        return Objects.requireNonNull(offsets.get(buffer), buffer.name()) + slot * strides.getOrDefault(buffer, 0L);
    }
}
