package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Streams of work, and moments on them. */
final class NativeStreams {
    /** The number by which libcuda knows a stream that the default one does not block. */
    private static final int NON_BLOCKING = 1;

    private final DriverCalls calls;

    NativeStreams(DriverCalls calls) {
        this.calls = calls;
    }

    long createStream() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuStreamCreate", (int) calls.createStream.invokeExact(word, NON_BLOCKING));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void destroyStream(long stream) {
        try {
            calls.check("cuStreamDestroy", (int) calls.destroyStream.invokeExact(stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void synchronize(long stream) {
        try {
            calls.check("cuStreamSynchronize", (int) calls.synchronize.invokeExact(stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    long createEvent() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuEventCreate", (int) calls.createEvent.invokeExact(word, 0));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void destroyEvent(long event) {
        try {
            calls.check("cuEventDestroy", (int) calls.destroyEvent.invokeExact(event));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void record(long event, long stream) {
        try {
            calls.check("cuEventRecord", (int) calls.record.invokeExact(event, stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    float milliseconds(long from, long to) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_FLOAT);
            calls.check("cuEventElapsedTime", (int) calls.elapsed.invokeExact(number, from, to));
            return number.get(JAVA_FLOAT, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void await(long event, long stream) {
        try {
            calls.check("cuStreamWaitEvent", (int) calls.await.invokeExact(stream, event, 0));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void finish(long event) {
        try {
            calls.check("cuEventSynchronize", (int) calls.finish.invokeExact(event));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }
}
