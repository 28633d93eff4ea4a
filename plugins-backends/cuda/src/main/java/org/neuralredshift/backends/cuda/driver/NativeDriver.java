package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** The driver of NVIDIA's cards, libcuda. What is called for each batch allocates nothing. */
public final class NativeDriver implements Driver {
    private final DriverCalls calls;
    private final NativeDevices devices;
    private final NativeMemory memory;
    private final NativeStreams streams;
    private final NativeModules modules;

    /**
     * Loads and starts a driver.
     *
     * @param path of libcuda
     * @throws DriverException if it cannot be loaded, or says why it does not start
     * @throws IllegalCallerException if nobody allowed native code to this plugin
     */
    public NativeDriver(Path path) {
        this.calls = new DriverCalls(NativeLibrary.load(path));
        this.devices = new NativeDevices(calls);
        this.memory = new NativeMemory(calls);
        this.streams = new NativeStreams(calls);
        this.modules = new NativeModules(calls);
        try {
            calls.check("cuInit", (int) calls.init.invokeExact(0));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public int version() {
        return devices.version();
    }

    @Override
    public List<Device> devices() {
        return devices.all();
    }

    @Override
    public long retainContext(int ordinal) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuDevicePrimaryCtxRetain", (int) calls.retainContext.invokeExact(word, ordinal));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void releaseContext(int ordinal) {
        try {
            calls.check("cuDevicePrimaryCtxRelease", (int) calls.releaseContext.invokeExact(ordinal));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void use(long context) {
        try {
            calls.check("cuCtxSetCurrent", (int) calls.useContext.invokeExact(context));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public Memory memory() {
        return memory.memory();
    }

    @Override
    public long allocate(long bytes) {
        return memory.allocate(bytes);
    }

    @Override
    public void free(long address) {
        memory.free(address);
    }

    @Override
    public MemorySegment allocateHost(long bytes) {
        return memory.allocateHost(bytes);
    }

    @Override
    public void freeHost(MemorySegment memory) {
        this.memory.freeHost(memory);
    }

    @Override
    public void upload(MemorySegment source, long address, long stream) {
        memory.upload(source, address, stream);
    }

    @Override
    public void download(long address, MemorySegment target, long stream) {
        memory.download(address, target, stream);
    }

    @Override
    public void clear(long address, long words, long stream) {
        memory.clear(address, words, stream);
    }

    @Override
    public long createStream() {
        return streams.createStream();
    }

    @Override
    public void destroyStream(long stream) {
        streams.destroyStream(stream);
    }

    @Override
    public void synchronize(long stream) {
        streams.synchronize(stream);
    }

    @Override
    public long createEvent() {
        return streams.createEvent();
    }

    @Override
    public void destroyEvent(long event) {
        streams.destroyEvent(event);
    }

    @Override
    public void record(long event, long stream) {
        streams.record(event, stream);
    }

    @Override
    public float milliseconds(long from, long to) {
        return streams.milliseconds(from, to);
    }

    @Override
    public void finish(long event) {
        streams.finish(event);
    }

    @Override
    public void await(long event, long stream) {
        streams.await(event, stream);
    }

    @Override
    public long loadModule(byte[] code) {
        return modules.loadModule(code);
    }

    @Override
    public void unloadModule(long module) {
        modules.unloadModule(module);
    }

    @Override
    public long function(long module, String name) {
        return modules.function(module, name);
    }

    @Override
    public void allowSharedBytes(long function, int bytes) {
        modules.allowSharedBytes(function, bytes);
    }

    @Override
    public void launch(
            long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments) {
        modules.launch(function, columns, rows, threads, sharedBytes, stream, arguments);
    }
}
