package org.neuralredshift.backends.cuda.driver;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The calls of a driver that a backend needs. Handles and addresses on the card are numbers. Every call but {@link #version} and
 * {@link #devices} wants a context that the calling thread {@linkplain #use uses}. All throw {@link DriverException}; calls
 * on a stream may also report what an earlier one on it did.
 */
public interface Driver {
    /** The newest CUDA that it supports: 1000 times the major version plus 10 times the minor one. */
    int version();

    /** The cards that it knows, in its order. */
    List<Device> devices();

    /** The primary context of a card, which the process shares; to be released as often. */
    long retainContext(int ordinal);

    /** Gives the primary context of a card back. */
    void releaseContext(int ordinal);

    /** The context of this thread's next calls. */
    void use(long context);

    /** Memory of the card. */
    Memory memory();

    /** Memory on the card, aligned to 256 bytes; not cleared. */
    long allocate(long bytes);

    /** Gives memory on the card back. */
    void free(long address);

    /** Memory of the host that the card reads and writes by itself. */
    MemorySegment allocateHost(long bytes);

    /** Gives memory of the host back. */
    void freeHost(MemorySegment memory);

    /** Copies to the card, in the order of the stream; the source must stay until the stream is done. */
    void upload(MemorySegment source, long address, long stream);

    /** Copies from the card, in the order of the stream. */
    void download(long address, MemorySegment target, long stream);

    /** Fills words of 32 bits on the card with 0, in the order of the stream. */
    void clear(long address, long words, long stream);

    /** A queue of work. */
    long createStream();

    /** Gives a queue of work back. */
    void destroyStream(long stream);

    /** Waits until the work of a stream is done. */
    void synchronize(long stream);

    /** A moment that is to be marked on a stream. */
    long createEvent();

    /** Gives a moment back. */
    void destroyEvent(long event);

    /** Marks the moment at which a stream has done all that was asked of it so far. */
    void record(long event, long stream);

    /** Lets what a stream is asked for from now on wait until a moment that was marked, on the card: the thread goes on. */
    void await(long event, long stream);

    /** Waits until a moment that was marked has passed. */
    void finish(long event);

    /** Milliseconds from one moment to another; both must have passed. */
    float milliseconds(long from, long to);

    /** Loads compiled code. */
    long loadModule(byte[] code);

    /** Gives compiled code back. */
    void unloadModule(long module);

    /** A kernel of a module. */
    long function(long module, String name);

    /** Lets blocks of a kernel have so much dynamic shared memory, where that is more than 48 KiB. */
    void allowSharedBytes(long function, int bytes);

    /**
     * Starts a kernel.
     *
     * @param columns blocks along x
     * @param rows blocks along y
     * @param threads of a block, along x
     * @param sharedBytes dynamic shared memory of a block
     */
    void launch(long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments);
}
