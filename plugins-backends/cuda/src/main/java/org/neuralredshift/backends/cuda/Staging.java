package org.neuralredshift.backends.cuda;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.backends.cuda.driver.Driver;

/**
 * The way between memory of the caller, which may be a Java array, and the card: pieces go through memory of the host that the
 * card reads and writes by itself. While the card fills one half of it, the other is copied out.
 */
final class Staging implements AutoCloseable {
    private static final long ALIGNMENT = 64;
    private static final long LARGEST_HALF = 8 << 20;

    private final Driver driver;
    private final long stream;
    private final MemorySegment memory;
    private final long half;
    /** Where the next upload begins; what lies before may not be read yet. */
    private long position;

    /** @param largest bytes that are copied at once, at most */
    Staging(Driver driver, long stream, long largest) {
        this.driver = driver;
        this.stream = stream;
        this.half = Math.clamp((largest + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, ALIGNMENT, LARGEST_HALF);
        this.memory = driver.allocateHost(2 * half);
    }

    /** Copies bytes to the card. They are read before this returns. */
    void upload(MemorySegment source, long offset, long bytes, long address) {
        for (long done = 0; done < bytes; done += half) {
            long count = Math.min(half, bytes - done);
            MemorySegment piece = next(count);
            MemorySegment.copy(source, offset + done, piece, 0, count);
            driver.upload(piece, address + done, stream);
        }
    }

    /** Copies numbers to the card. */
    void upload(float[] values, int from, int count, long address) {
        upload(MemorySegment.ofArray(values), (long) from * Float.BYTES, (long) count * Float.BYTES, address);
    }

    /** Copies seeds of 32 bits to the card. */
    void uploadWords(long[] words, int from, int count, long address) {
        int largest = (int) (half / Integer.BYTES);
        for (int done = 0; done < count; done += largest) {
            int some = Math.min(largest, count - done);
            MemorySegment piece = next((long) some * Integer.BYTES);
            for (int i = 0; i < some; i++) {
                piece.setAtIndex(ValueLayout.JAVA_INT, i, (int) words[from + done + i]);
            }
            driver.upload(piece, address + (long) done * Integer.BYTES, stream);
        }
    }

    /** What gives a number for each network. */
    @FunctionalInterface
    interface Numbers {
        double of(int network);
    }

    /** Copies float64 numbers to the card. */
    void uploadDoubles(Numbers numbers, int from, int count, long address) {
        int largest = (int) (half / Double.BYTES);
        for (int done = 0; done < count; done += largest) {
            int some = Math.min(largest, count - done);
            MemorySegment piece = next((long) some * Double.BYTES);
            for (int i = 0; i < some; i++) {
                piece.setAtIndex(ValueLayout.JAVA_DOUBLE, i, numbers.of(from + done + i));
            }
            driver.upload(piece, address + (long) done * Double.BYTES, stream);
        }
    }

    /** A part that nobody reads any more. */
    private MemorySegment next(long bytes) {
        if (position + bytes > memory.byteSize()) {
            driver.synchronize(stream);
            position = 0;
        }
        MemorySegment piece = memory.asSlice(position, bytes);
        position += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return piece;
    }

    /** Copies bytes from the card, once all work of the stream is done. */
    void download(long address, MemorySegment target, long offset, long bytes) {
        if (bytes == 0) {
            return;
        }
        int side = 0;
        driver.download(address, piece(side, 0, bytes), stream);
        for (long done = 0; done < bytes; done += half) {
            driver.synchronize(stream);
            if (done + half < bytes) {
                driver.download(address + done + half, piece(1 - side, done + half, bytes), stream);
            }
            MemorySegment piece = piece(side, done, bytes);
            MemorySegment.copy(piece, 0, target, offset + done, piece.byteSize());
            side = 1 - side;
        }
        position = 0;
    }

    private MemorySegment piece(int side, long done, long bytes) {
        return memory.asSlice(side * half, Math.min(half, bytes - done));
    }

    @Override
    public void close() {
        driver.freeHost(memory);
    }
}
