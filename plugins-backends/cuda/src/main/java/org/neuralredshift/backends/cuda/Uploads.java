package org.neuralredshift.backends.cuda;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.backends.cuda.driver.Driver;

/**
 * The way from memory of the caller, which may be a Java array and may change as soon as he has handed it over, to the card: pieces are
 * copied to memory of the host that the card reads by itself, one behind the other. Where chunks of networks follow each other, they
 * take turns in two rooms: the host fills one while the card may not have read the other yet.
 */
final class Uploads implements AutoCloseable {
    private static final long ALIGNMENT = 64;
    private static final long LARGEST_ROOM = 8 << 20;

    private final Driver driver;
    private final long stream;
    private final MemorySegment memory;
    private final long room;
    /** Moments at which all in a room has been read; 0 before the first. */
    private final long[] read;

    private int turn;
    /** Whether something went up since the moment of its room was marked. */
    private boolean unmarked;
    /** Where the next piece begins in its room; what lies before may not be read yet. */
    private long position;

    /**
     * @param bytes that go up in one turn, as far as they should find room
     * @param rooms one or two
     */
    Uploads(Driver driver, long stream, long bytes, int rooms) {
        this.driver = driver;
        this.stream = stream;
        this.room = Math.clamp(aligned(bytes), ALIGNMENT, LARGEST_ROOM);
        this.read = new long[rooms];
        this.memory = driver.allocateHost(rooms * room);
    }

    /** What a piece takes of a room. */
    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** A chunk of networks begins: waits, if it must, until what lies in the room that it gets has been read. */
    void begin() {
        if (read.length > 1) {
            if (unmarked) {
                end();
            }
            turn = 1 - turn;
            position = 0;
            if (read[turn] != 0) {
                driver.finish(read[turn]);
            }
        }
    }

    /** Nothing else goes up for this chunk. */
    void end() {
        if (read.length > 1) {
            if (read[turn] == 0) {
                read[turn] = driver.createEvent();
            }
            driver.record(read[turn], stream);
            unmarked = false;
        }
    }

    /** The stream has done all. */
    void rewind() {
        position = 0;
        unmarked = false;
    }

    /** Copies bytes to the card. They are read before this returns. */
    void bytes(MemorySegment source, long offset, long bytes, long address) {
        for (long done = 0; done < bytes; done += room) {
            long count = Math.min(room, bytes - done);
            MemorySegment part = next(count);
            MemorySegment.copy(source, offset + done, part, 0, count);
            driver.upload(part, address + done, stream);
        }
    }

    /** Copies numbers to the card. */
    void floats(float[] values, int from, int count, long address) {
        bytes(MemorySegment.ofArray(values), (long) from * Float.BYTES, (long) count * Float.BYTES, address);
    }

    /** Copies seeds of 32 bits to the card. */
    void words(long[] words, int from, int count, long address) {
        int largest = (int) (room / Integer.BYTES);
        for (int done = 0; done < count; done += largest) {
            int some = Math.min(largest, count - done);
            MemorySegment part = next((long) some * Integer.BYTES);
            for (int i = 0; i < some; i++) {
                part.setAtIndex(ValueLayout.JAVA_INT, i, (int) words[from + done + i]);
            }
            driver.upload(part, address + (long) done * Integer.BYTES, stream);
        }
    }

    /** What gives a number for each network. */
    @FunctionalInterface
    interface Numbers {
        double of(int network);
    }

    /** Copies float64 numbers to the card. */
    void doubles(Numbers numbers, int from, int count, long address) {
        int largest = (int) (room / Double.BYTES);
        for (int done = 0; done < count; done += largest) {
            int some = Math.min(largest, count - done);
            MemorySegment part = next((long) some * Double.BYTES);
            for (int i = 0; i < some; i++) {
                part.setAtIndex(ValueLayout.JAVA_DOUBLE, i, numbers.of(from + done + i));
            }
            driver.upload(part, address + (long) done * Double.BYTES, stream);
        }
    }

    /** A part that nobody reads any more. */
    private MemorySegment next(long bytes) {
        if (position + bytes > room) {
            driver.synchronize(stream);
            position = 0;
        }
        MemorySegment part = memory.asSlice(turn * room + position, bytes);
        position += aligned(bytes);
        unmarked = true;
        return part;
    }

    @Override
    public void close() {
        Releases.all(() -> release(0), () -> release(read.length - 1), () -> driver.freeHost(memory));
    }

    private void release(int number) {
        long event = read[number];
        read[number] = 0;
        if (event != 0) {
            driver.destroyEvent(event);
        }
    }
}
