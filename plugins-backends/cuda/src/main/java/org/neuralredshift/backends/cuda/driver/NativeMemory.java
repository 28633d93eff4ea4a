package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory of a card, memory of the host that a card reads and writes by itself, and the ways between them. */
final class NativeMemory {
    private final DriverCalls calls;

    NativeMemory(DriverCalls calls) {
        this.calls = calls;
    }

    Memory memory() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment free = arena.allocate(JAVA_LONG);
            MemorySegment total = arena.allocate(JAVA_LONG);
            calls.check("cuMemGetInfo", (int) calls.memoryInfo.invokeExact(free, total));
            return new Memory(free.get(JAVA_LONG, 0), total.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    long allocate(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuMemAlloc", (int) calls.allocate.invokeExact(word, bytes));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void free(long address) {
        try {
            calls.check("cuMemFree", (int) calls.free.invokeExact(address));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    MemorySegment allocateHost(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(ADDRESS);
            calls.check("cuMemAllocHost", (int) calls.allocateHost.invokeExact(word, bytes));
            return NativeLibrary.memory(word.get(ADDRESS, 0), bytes);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void freeHost(MemorySegment memory) {
        try {
            calls.check("cuMemFreeHost", (int) calls.freeHost.invokeExact(memory));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void upload(MemorySegment source, long address, long stream) {
        try {
            calls.check(
                    "cuMemcpyHtoDAsync", (int) calls.upload.invokeExact(address, source, source.byteSize(), stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void download(long address, MemorySegment target, long stream) {
        try {
            calls.check(
                    "cuMemcpyDtoHAsync", (int) calls.download.invokeExact(target, address, target.byteSize(), stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void clear(long address, long words, long stream) {
        try {
            calls.check("cuMemsetD32Async", (int) calls.clear.invokeExact(address, 0, words, stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }
}
