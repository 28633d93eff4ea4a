package org.neuralredshift.backends.cuda;

import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.driver.Memory;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Program;

/**
 * What a session has on the card: what it keeps, and room for a chunk of networks, as many as there is memory for. If there is less
 * than the driver said, half as many, and so on.
 */
final class CardMemory implements AutoCloseable {
    /** The largest grid.y. */
    private static final int LARGEST_CHUNK = 65_535;
    /** What a session takes of the free memory at most, so that others find some, too. */
    private static final int SHARE = 4;

    private final Card card;
    private final Program program;
    private final int networks;
    private final long kept;
    private int chunk;
    /** Chunks whose outputs find room: two if there are several chunks, so that one can go home while the next is computed. */
    private int slots;

    private int slot;
    private Layout layout;
    private long ofChunk;

    /**
     * @throws IllegalArgumentException if one network needs more than the card has, whoever else uses it
     * @throws BackendLostException if it needs more than is free
     * @throws DriverException with {@link DriverException#OUT_OF_MEMORY} if there is less than the driver said
     */
    CardMemory(Card card, Program program, int networks) {
        this.card = card;
        this.program = program;
        this.networks = networks;
        Memory memory = card.driver().memory();
        this.chunk = affordable(memory);
        this.layout = layout();
        this.kept = card.driver().allocate(layout.keptBytes());
        try {
            allocate();
        } catch (RuntimeException | Error e) {
            Releases.after(e, () -> card.driver().free(kept));
            throw e;
        }
    }

    private Layout layout() {
        return new Layout(program.buffers(), networks, chunk, slots);
    }

    /** How many networks find room, at least 1; and for how many chunks of them there are outputs. */
    private int affordable(Memory memory) {
        try {
            Layout one = new Layout(program.buffers(), networks, 1, 1);
            long needed = Math.addExact(one.keptBytes(), one.chunkBytes());
            if (needed > memory.total()) {
                throw tooLarge(memory);
            }
            if (needed > memory.free()) {
                throw card.outOfMemory(
                        mebibytes(memory.free()) + " of " + mebibytes(memory.total()) + " are free and a program needs "
                                + mebibytes(needed),
                        null);
            }
            long left = memory.free() - one.keptBytes();
            long share = Math.min(left, memory.free() / SHARE);
            int most = Math.min(networks, LARGEST_CHUNK);
            long fitting = share / new Layout(program.buffers(), networks, 1, 2).chunkBytes();
            boolean isSingle = most == networks && share / one.chunkBytes() >= networks;
            slots = isSingle || fitting == 0 ? 1 : 2;
            return isSingle ? networks : Math.clamp(fitting, 1, most);
        } catch (ArithmeticException e) {
            throw tooLarge(memory);
        }
    }

    private IllegalArgumentException tooLarge(Memory memory) {
        return new IllegalArgumentException("the card has " + mebibytes(memory.total())
                + " of memory, too little for one network of this program beside what is kept of " + networks
                + ": evaluate fewer points at once, or train fewer networks together");
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private void allocate() {
        while (true) {
            try {
                layout = layout();
                ofChunk = card.driver().allocate(layout.chunkBytes());
                return;
            } catch (DriverException e) {
                if (!e.isOutOfMemory() || !canShrink()) {
                    throw e;
                }
                reduce();
            }
        }
    }

    /** Whether less memory would do. */
    boolean canShrink() {
        return chunk > 1 || slots > 1;
    }

    private void reduce() {
        slot = 0;
        if (chunk == 1) {
            slots = 1;
            return;
        }
        card.notice("too little memory on the card for " + chunk + " networks at once: going on with " + chunk / 2);
        chunk /= 2;
        slots = 2;
    }

    /** Makes do with half as many networks at once, or with outputs of one chunk; all that is computed must be home. */
    void shrink() {
        long old = ofChunk;
        ofChunk = 0;
        card.driver().free(old);
        reduce();
        allocate();
    }

    /** For how many chunks there are outputs. */
    int slots() {
        return slots;
    }

    /** Which of them addresses are of. */
    int slot() {
        return slot;
    }

    /** Addresses are of this one from now on. */
    void turnTo(int next) {
        slot = next;
    }

    /** Addresses are of the next one from now on. */
    void turn() {
        slot = (slot + 1) % slots;
    }

    /** How many networks run at once, at most. */
    int chunk() {
        return chunk;
    }

    /**
     * Where a buffer begins.
     *
     * @param first the network at which the chunk begins
     */
    long address(Buffer buffer, int first) {
        long offset = layout.offset(buffer, slot);
        if (!Layout.isKept(buffer)) {
            return ofChunk + offset;
        }
        return kept + offset + (buffer.perNetwork() ? first * buffer.bytes() : 0);
    }

    @Override
    public void close() {
        long chunkMemory = ofChunk;
        ofChunk = 0;
        Releases.all(
                () -> {
                    if (chunkMemory != 0) {
                        card.driver().free(chunkMemory);
                    }
                },
                () -> card.driver().free(kept));
    }
}
