package org.neuralredshift.backends.cuda;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.backends.cuda.driver.Driver;

/**
 * The way from the card to memory of the caller, in the order of a stream. Where the card {@linkplain PinnedMemory writes by itself}
 * nobody waits; elsewhere, as in a Java array, pieces go through such memory, and while the card fills one half of it, the other is
 * copied out.
 */
final class Downloads implements AutoCloseable {
    private static final long ALIGNMENT = 64;
    private static final long LARGEST_HALF = 8 << 20;

    private final Driver driver;
    private final PinnedMemory pinned;
    private final long stream;
    /** None before the first piece. */
    private @Nullable MemorySegment staging;

    Downloads(Driver driver, PinnedMemory pinned, long stream) {
        this.driver = driver;
        this.pinned = pinned;
        this.stream = stream;
    }

    /** Copies bytes, once the work of the stream so far is done; they are there when the stream is done with this, too. */
    void bytes(long address, MemorySegment target, long offset, long bytes) {
        if (bytes == 0) {
            return;
        }
        if (pinned.holds(target)) {
            driver.download(address, target.asSlice(offset, bytes), stream);
        } else {
            throughStaging(address, target, offset, bytes);
        }
    }

    private void throughStaging(long address, MemorySegment target, long offset, long bytes) {
        MemorySegment memory = staging(bytes);
        long half = memory.byteSize() / 2;
        int side = 0;
        driver.download(address, memory.asSlice(0, Math.min(half, bytes)), stream);
        for (long done = 0; done < bytes; done += half) {
            driver.synchronize(stream);
            long next = done + half;
            if (next < bytes) {
                MemorySegment other = memory.asSlice((1 - side) * half, Math.min(half, bytes - next));
                driver.download(address + next, other, stream);
            }
            MemorySegment.copy(memory, side * half, target, offset + done, Math.min(half, bytes - done));
            side = 1 - side;
        }
    }

    /** Two halves, each as large as what is copied, or as large as any. Nothing is on its way through them now. */
    private MemorySegment staging(long bytes) {
        long half = Math.min((bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, LARGEST_HALF);
        MemorySegment known = staging;
        if (known == null || known.byteSize() < 2 * half) {
            close();
            known = driver.allocateHost(2 * half);
            staging = known;
        }
        return known;
    }

    @Override
    public void close() {
        MemorySegment held = staging;
        staging = null;
        if (held != null) {
            driver.freeHost(held);
        }
    }
}
