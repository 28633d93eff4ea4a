package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of libnvrtc that are called, and what its errors are called. */
final class NvrtcCalls {
    final MethodHandle version;
    final MethodHandle architectureCount;
    final MethodHandle architectures;
    final MethodHandle create;
    final MethodHandle destroy;
    final MethodHandle compile;
    final MethodHandle textSize;
    final MethodHandle text;
    final MethodHandle codeSize;
    final MethodHandle code;
    final MethodHandle logSize;
    final MethodHandle log;
    private final MethodHandle errorText;

    NvrtcCalls(NativeLibrary nvrtc) {
        version = nvrtc.function("nvrtcVersion", ADDRESS, ADDRESS);
        architectureCount = nvrtc.function("nvrtcGetNumSupportedArchs", ADDRESS);
        architectures = nvrtc.function("nvrtcGetSupportedArchs", ADDRESS);
        create = nvrtc.function("nvrtcCreateProgram", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        destroy = nvrtc.function("nvrtcDestroyProgram", ADDRESS);
        compile = nvrtc.function("nvrtcCompileProgram", ADDRESS, JAVA_INT, ADDRESS);
        textSize = nvrtc.function("nvrtcGetPTXSize", ADDRESS, ADDRESS);
        text = nvrtc.function("nvrtcGetPTX", ADDRESS, ADDRESS);
        codeSize = nvrtc.function("nvrtcGetCUBINSize", ADDRESS, ADDRESS);
        code = nvrtc.function("nvrtcGetCUBIN", ADDRESS, ADDRESS);
        logSize = nvrtc.function("nvrtcGetProgramLogSize", ADDRESS, ADDRESS);
        log = nvrtc.function("nvrtcGetProgramLog", ADDRESS, ADDRESS);
        errorText = nvrtc.function("nvrtcGetErrorString", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    }

    /** @throws DriverException unless the code is 0 */
    void check(String call, int code) {
        if (code != 0) {
            throw failure(call, code, "");
        }
    }

    /** The error of a code. */
    DriverException failure(String call, int code, String text) {
        try {
            MemorySegment name = (MemorySegment) errorText.invokeExact(code);
            return new DriverException(call, NativeLibrary.text(name), text);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }
}
