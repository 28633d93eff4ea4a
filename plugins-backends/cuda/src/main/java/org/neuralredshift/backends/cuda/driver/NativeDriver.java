package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The driver of NVIDIA's cards, libcuda. What is called for each batch allocates nothing. */
public final class NativeDriver implements Driver {
    private static final int LONGEST_NAME = 256;
    /** The numbers that libcuda gives to attributes of a card and of a kernel, and to a stream that the default one does not block. */
    private static final int KILOHERTZ = 13;

    private static final int MULTIPROCESSORS = 16;

    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int SHARED_BYTES_PER_BLOCK = 97;
    private static final int DYNAMIC_SHARED_BYTES = 8;
    private static final int NON_BLOCKING = 1;

    private final DriverCalls calls;

    /**
     * Loads and starts a driver.
     *
     * @param path of libcuda
     * @throws DriverException if it cannot be loaded, or says why it does not start
     * @throws IllegalCallerException if nobody allowed native code to this plugin
     */
    public NativeDriver(Path path) {
        this.calls = new DriverCalls(NativeLibrary.load(path));
        try {
            calls.check("cuInit", (int) calls.init.invokeExact(0));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public int version() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_INT);
            calls.check("cuDriverGetVersion", (int) calls.driverVersion.invokeExact(word));
            return word.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public List<Device> devices() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuDeviceGetCount", (int) calls.deviceCount.invokeExact(word));
            int count = word.get(JAVA_INT, 0);
            List<Device> devices = new ArrayList<>();
            for (int ordinal = 0; ordinal < count; ordinal++) {
                devices.add(device(ordinal, arena, word));
            }
            return devices;
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    private Device device(int ordinal, Arena arena, MemorySegment word) throws Throwable {
        MemorySegment name = arena.allocate(LONGEST_NAME);
        calls.check("cuDeviceGetName", (int) calls.deviceName.invokeExact(name, LONGEST_NAME, ordinal));
        calls.check("cuDeviceTotalMem", (int) calls.deviceMemory.invokeExact(word, ordinal));
        long bytes = word.get(JAVA_LONG, 0);
        return new Device(
                ordinal,
                name.getString(0),
                attribute(CAPABILITY_MAJOR, ordinal, word),
                attribute(CAPABILITY_MINOR, ordinal, word),
                attribute(MULTIPROCESSORS, ordinal, word),
                attribute(KILOHERTZ, ordinal, word),
                bytes,
                attribute(SHARED_BYTES_PER_BLOCK, ordinal, word));
    }

    private int attribute(int attribute, int ordinal, MemorySegment word) throws Throwable {
        calls.check("cuDeviceGetAttribute", (int) calls.deviceAttribute.invokeExact(word, attribute, ordinal));
        return word.get(JAVA_INT, 0);
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
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment free = arena.allocate(JAVA_LONG);
            MemorySegment total = arena.allocate(JAVA_LONG);
            calls.check("cuMemGetInfo", (int) calls.memoryInfo.invokeExact(free, total));
            return new Memory(free.get(JAVA_LONG, 0), total.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public long allocate(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuMemAlloc", (int) calls.allocate.invokeExact(word, bytes));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void free(long address) {
        try {
            calls.check("cuMemFree", (int) calls.free.invokeExact(address));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public MemorySegment allocateHost(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(ADDRESS);
            calls.check("cuMemAllocHost", (int) calls.allocateHost.invokeExact(word, bytes));
            return NativeLibrary.memory(word.get(ADDRESS, 0), bytes);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void freeHost(MemorySegment memory) {
        try {
            calls.check("cuMemFreeHost", (int) calls.freeHost.invokeExact(memory));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void upload(MemorySegment source, long address, long stream) {
        try {
            calls.check(
                    "cuMemcpyHtoDAsync", (int) calls.upload.invokeExact(address, source, source.byteSize(), stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void download(long address, MemorySegment target, long stream) {
        try {
            calls.check(
                    "cuMemcpyDtoHAsync", (int) calls.download.invokeExact(target, address, target.byteSize(), stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void clear(long address, long words, long stream) {
        try {
            calls.check("cuMemsetD32Async", (int) calls.clear.invokeExact(address, 0, words, stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public long createStream() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuStreamCreate", (int) calls.createStream.invokeExact(word, NON_BLOCKING));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void destroyStream(long stream) {
        try {
            calls.check("cuStreamDestroy", (int) calls.destroyStream.invokeExact(stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void synchronize(long stream) {
        try {
            calls.check("cuStreamSynchronize", (int) calls.synchronize.invokeExact(stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public long createEvent() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuEventCreate", (int) calls.createEvent.invokeExact(word, 0));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void destroyEvent(long event) {
        try {
            calls.check("cuEventDestroy", (int) calls.destroyEvent.invokeExact(event));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void record(long event, long stream) {
        try {
            calls.check("cuEventRecord", (int) calls.record.invokeExact(event, stream));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public float milliseconds(long from, long to) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_FLOAT);
            calls.check("cuEventElapsedTime", (int) calls.elapsed.invokeExact(number, from, to));
            return number.get(JAVA_FLOAT, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    /** Compiled text (PTX) ends with a zero byte, which is added here; it does no harm to other code. */
    @Override
    public long loadModule(byte[] code) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            MemorySegment image = arena.allocate(code.length + 1L, Long.BYTES);
            MemorySegment.copy(MemorySegment.ofArray(code), 0, image, 0, code.length);
            calls.check("cuModuleLoadData", (int) calls.loadModule.invokeExact(word, image));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void unloadModule(long module) {
        try {
            calls.check("cuModuleUnload", (int) calls.unloadModule.invokeExact(module));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public long function(long module, String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check(
                    "cuModuleGetFunction", (int) calls.function.invokeExact(word, module, arena.allocateFrom(name)));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void allowSharedBytes(long function, int bytes) {
        try {
            calls.check("cuFuncSetAttribute", (int)
                    calls.functionAttribute.invokeExact(function, DYNAMIC_SHARED_BYTES, bytes));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public void launch(
            long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments) {
        try {
            int code = (int) calls.launch.invokeExact(
                    function,
                    columns,
                    rows,
                    1,
                    threads,
                    1,
                    1,
                    sharedBytes,
                    stream,
                    arguments.table(),
                    MemorySegment.NULL);
            calls.check("cuLaunchKernel", code);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }
}
