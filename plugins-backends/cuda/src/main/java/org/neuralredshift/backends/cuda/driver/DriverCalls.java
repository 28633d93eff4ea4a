package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of libcuda that are called, by the names that every driver since CUDA 12 has, and what their errors are called. */
final class DriverCalls {
    final MethodHandle init;
    final MethodHandle driverVersion;
    final MethodHandle deviceCount;
    final MethodHandle deviceName;
    final MethodHandle deviceAttribute;
    final MethodHandle deviceMemory;
    final MethodHandle retainContext;
    final MethodHandle releaseContext;
    final MethodHandle useContext;
    final MethodHandle memoryInfo;
    final MethodHandle allocate;
    final MethodHandle free;
    final MethodHandle allocateHost;
    final MethodHandle freeHost;
    final MethodHandle upload;
    final MethodHandle download;
    final MethodHandle clear;
    final MethodHandle createStream;
    final MethodHandle destroyStream;
    final MethodHandle synchronize;
    final MethodHandle createEvent;
    final MethodHandle destroyEvent;
    final MethodHandle record;
    final MethodHandle await;
    final MethodHandle finish;
    final MethodHandle elapsed;
    final MethodHandle loadModule;
    final MethodHandle unloadModule;
    final MethodHandle function;
    final MethodHandle functionAttribute;
    final MethodHandle launch;
    private final MethodHandle errorName;
    private final MethodHandle errorText;

    DriverCalls(NativeLibrary cuda) {
        init = cuda.function("cuInit", JAVA_INT);
        driverVersion = cuda.function("cuDriverGetVersion", ADDRESS);
        deviceCount = cuda.function("cuDeviceGetCount", ADDRESS);
        deviceName = cuda.function("cuDeviceGetName", ADDRESS, JAVA_INT, JAVA_INT);
        deviceAttribute = cuda.function("cuDeviceGetAttribute", ADDRESS, JAVA_INT, JAVA_INT);
        deviceMemory = cuda.function("cuDeviceTotalMem_v2", ADDRESS, JAVA_INT);
        retainContext = cuda.function("cuDevicePrimaryCtxRetain", ADDRESS, JAVA_INT);
        releaseContext = cuda.function("cuDevicePrimaryCtxRelease_v2", JAVA_INT);
        useContext = cuda.function("cuCtxSetCurrent", JAVA_LONG);
        memoryInfo = cuda.function("cuMemGetInfo_v2", ADDRESS, ADDRESS);
        allocate = cuda.function("cuMemAlloc_v2", ADDRESS, JAVA_LONG);
        free = cuda.function("cuMemFree_v2", JAVA_LONG);
        allocateHost = cuda.function("cuMemAllocHost_v2", ADDRESS, JAVA_LONG);
        freeHost = cuda.function("cuMemFreeHost", ADDRESS);
        upload = cuda.function("cuMemcpyHtoDAsync_v2", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG);
        download = cuda.function("cuMemcpyDtoHAsync_v2", ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        clear = cuda.function("cuMemsetD32Async", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
        createStream = cuda.function("cuStreamCreate", ADDRESS, JAVA_INT);
        destroyStream = cuda.function("cuStreamDestroy_v2", JAVA_LONG);
        synchronize = cuda.function("cuStreamSynchronize", JAVA_LONG);
        createEvent = cuda.function("cuEventCreate", ADDRESS, JAVA_INT);
        destroyEvent = cuda.function("cuEventDestroy_v2", JAVA_LONG);
        record = cuda.function("cuEventRecord", JAVA_LONG, JAVA_LONG);
        await = cuda.function("cuStreamWaitEvent", JAVA_LONG, JAVA_LONG, JAVA_INT);
        finish = cuda.function("cuEventSynchronize", JAVA_LONG);
        elapsed = cuda.function("cuEventElapsedTime", ADDRESS, JAVA_LONG, JAVA_LONG);
        loadModule = cuda.function("cuModuleLoadData", ADDRESS, ADDRESS);
        unloadModule = cuda.function("cuModuleUnload", JAVA_LONG);
        function = cuda.function("cuModuleGetFunction", ADDRESS, JAVA_LONG, ADDRESS);
        functionAttribute = cuda.function("cuFuncSetAttribute", JAVA_LONG, JAVA_INT, JAVA_INT);
        launch = cuda.function(
                "cuLaunchKernel",
                JAVA_LONG,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_LONG,
                ADDRESS,
                ADDRESS);
        errorName = cuda.function("cuGetErrorName", JAVA_INT, ADDRESS);
        errorText = cuda.function("cuGetErrorString", JAVA_INT, ADDRESS);
    }

    /** @throws DriverException unless the code is 0 */
    void check(String call, int code) {
        if (code != 0) {
            throw failure(call, code);
        }
    }

    private DriverException failure(String call, int code) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(ADDRESS);
            int named = (int) errorName.invokeExact(code, word);
            String name = named == 0 ? NativeLibrary.text(word.get(ADDRESS, 0)) : "error " + code;
            int told = (int) errorText.invokeExact(code, word);
            return new DriverException(call, name, told == 0 ? NativeLibrary.text(word.get(ADDRESS, 0)) : "");
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }
}
