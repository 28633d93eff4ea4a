package org.neuralredshift.backends.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.neuralredshift.backends.cuda.driver.Driver;

/** Memory of the host that one card writes by itself, lent to callers for the life of an arena of theirs. Thread-safe. */
final class PinnedMemory {
    private final Card card;
    /** Addresses, and the bytes behind them. */
    private final ConcurrentSkipListMap<Long, Long> blocks = new ConcurrentSkipListMap<>();

    PinnedMemory(Card card) {
        this.card = card;
    }

    /** Memory that is given back with the arena. The thread must have entered the card. */
    @SuppressWarnings("restricted") // the memory is the driver's own, of this size, and nobody else gives it back
    MemorySegment allocate(long bytes, Arena arena) {
        Driver driver = card.driver();
        MemorySegment memory = driver.allocateHost(Math.max(1, bytes));
        blocks.put(memory.address(), memory.byteSize());
        try {
            return memory.reinterpret(arena, closing -> {
                        blocks.remove(closing.address());
                        card.release(card::enter, () -> driver.freeHost(closing));
                    })
                    .asSlice(0, bytes);
        } catch (RuntimeException | Error e) {
            blocks.remove(memory.address());
            Releases.after(e, () -> driver.freeHost(memory));
            throw e;
        }
    }

    /** Whether all of it is such memory. */
    boolean holds(MemorySegment segment) {
        if (!segment.isNative()) {
            return false;
        }
        Map.Entry<Long, Long> block = blocks.floorEntry(segment.address());
        return block != null && segment.address() + segment.byteSize() <= block.getKey() + block.getValue();
    }
}
