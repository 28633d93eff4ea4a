package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Compiled code, and its kernels. */
final class NativeModules {
    /** The number by which libcuda knows an attribute of a kernel. */
    private static final int DYNAMIC_SHARED_BYTES = 8;

    private final DriverCalls calls;

    NativeModules(DriverCalls calls) {
        this.calls = calls;
    }

    /** Compiled text (PTX) ends with a zero byte, which is added here; it does no harm to other code. */
    long loadModule(byte[] code) {
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

    void unloadModule(long module) {
        try {
            calls.check("cuModuleUnload", (int) calls.unloadModule.invokeExact(module));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    long function(long module, String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check(
                    "cuModuleGetFunction", (int) calls.function.invokeExact(word, module, arena.allocateFrom(name)));
            return word.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void allowSharedBytes(long function, int bytes) {
        try {
            calls.check("cuFuncSetAttribute", (int)
                    calls.functionAttribute.invokeExact(function, DYNAMIC_SHARED_BYTES, bytes));
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    void launch(long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments) {
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
