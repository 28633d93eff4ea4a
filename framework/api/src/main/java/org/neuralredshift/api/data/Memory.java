package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.neuralredshift.api.annotation.Api;

/** Accounts for Arrow memory. Closing it fails if anything allocated from it still is open. */
@Api(INCUBATING)
public final class Memory implements AutoCloseable {
    private final BufferAllocator allocator;

    private Memory(BufferAllocator allocator) {
        this.allocator = allocator;
    }

    /** A new account without limit. */
    public static Memory open() {
        return new Memory(new RootAllocator());
    }

    /** A part of this account that is closed, and checked for leaks, by itself. */
    public Memory child(String name) {
        return new Memory(allocator.newChildAllocator(name, 0, Long.MAX_VALUE));
    }

    /** Arrow's own view of it. */
    public BufferAllocator allocator() {
        return allocator;
    }

    /**
     * Ends the account.
     *
     * @throws IllegalStateException if something leaks
     */
    @Override
    public void close() {
        allocator.close();
    }
}
