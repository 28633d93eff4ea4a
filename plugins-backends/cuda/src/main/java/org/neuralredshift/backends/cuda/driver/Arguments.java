package org.neuralredshift.backends.cuda.driver;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/** The arguments of a kernel, where a driver reads them: eight bytes each, and a table of their addresses. Written again and again. */
public final class Arguments {
    private final int count;
    private final MemorySegment slots;
    private final MemorySegment table;

    /** @param allocator gives native memory that lives as long as the arguments are used */
    public Arguments(int count, SegmentAllocator allocator) {
        this.count = count;
        this.slots = allocator.allocate(ValueLayout.JAVA_LONG, Math.max(1, count));
        this.table = allocator.allocate(ValueLayout.ADDRESS, Math.max(1, count));
        for (int i = 0; i < count; i++) {
            table.setAtIndex(ValueLayout.ADDRESS, i, slots.asSlice((long) i * Long.BYTES));
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** An address on the card. */
    public void address(int index, long address) {
        slots.setAtIndex(ValueLayout.JAVA_LONG, index, address);
    }

    /** A number of 32 bits. */
    public void word(int index, int word) {
        slots.set(ValueLayout.JAVA_INT, (long) index * Long.BYTES, word);
    }

    /** What was last written, as eight bytes. */
    public long bits(int index) {
        return slots.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    /** The table of addresses. */
    MemorySegment table() {
        return table;
    }
}
