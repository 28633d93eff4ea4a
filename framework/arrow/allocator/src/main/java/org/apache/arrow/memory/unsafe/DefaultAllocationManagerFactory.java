package org.apache.arrow.memory.unsafe;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ReferenceManager;

/**
 * Arrow's allocation on {@link Arena}: every buffer starts on a cache line of 64 bytes.
 *
 * <p>Package and class name are not ours to choose: Arrow looks for exactly this class, and in it for the field {@link
 * #FACTORY}.
 */
public final class DefaultAllocationManagerFactory implements AllocationManager.Factory {
    /** Read by Arrow through reflection. */
    public static final AllocationManager.Factory FACTORY = new DefaultAllocationManagerFactory();

    private static final long ALIGNMENT = 64;

    private DefaultAllocationManagerFactory() {}

    @Override
    public AllocationManager create(BufferAllocator accountant, long size) {
        return new ArenaAllocation(accountant, size);
    }

    @Override
    public ArrowBuf empty() {
        return new ArrowBuf(ReferenceManager.NO_OP, null, 0, MemorySegment.NULL.address());
    }

    private static final class ArenaAllocation extends AllocationManager {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment segment;

        ArenaAllocation(BufferAllocator accountant, long size) {
            super(accountant);
            this.segment = arena.allocate(size, ALIGNMENT);
        }

        @Override
        public long getSize() {
            return segment.byteSize();
        }

        @Override
        protected long memoryAddress() {
            return segment.address();
        }

        @Override
        protected void release0() {
            arena.close();
        }
    }
}
