package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** NVIDIA's compiler at run time, libnvrtc of CUDA 12 or 13. One program at a time. */
public final class Nvrtc implements Compiler {
    private static final String NAME = "kernels.cu";

    private final NvrtcCalls calls;
    private final String version;
    private final int major;
    /** The compute capabilities that it makes code for, ten times the major number plus the minor one, ascending. */
    private final List<Integer> capabilities;

    /**
     * Loads the compiler.
     *
     * @param path of libnvrtc
     * @param builtins of its library of builtin functions, which it would otherwise look for itself
     * @throws DriverException if one cannot be loaded
     * @throws IllegalCallerException if nobody allowed native code to this plugin
     */
    public Nvrtc(Path path, Optional<Path> builtins) {
        builtins.ifPresent(NativeLibrary::load);
        this.calls = new NvrtcCalls(NativeLibrary.load(path));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment first = arena.allocate(JAVA_INT);
            MemorySegment second = arena.allocate(JAVA_INT);
            calls.check("nvrtcVersion", (int) calls.version.invokeExact(first, second));
            this.major = first.get(JAVA_INT, 0);
            this.version = "NVRTC " + major + "." + second.get(JAVA_INT, 0);
            calls.check("nvrtcGetNumSupportedArchs", (int) calls.architectureCount.invokeExact(first));
            int count = first.get(JAVA_INT, 0);
            MemorySegment known = arena.allocate(JAVA_INT, count);
            calls.check("nvrtcGetSupportedArchs", (int) calls.architectures.invokeExact(known));
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                numbers.add(known.getAtIndex(JAVA_INT, i));
            }
            this.capabilities = numbers.stream().sorted().toList();
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int major() {
        return major;
    }

    @Override
    public Optional<String> architecture(Device device) {
        int wanted = 10 * device.major() + device.minor();
        if (capabilities.contains(wanted)) {
            return Optional.of("sm_" + wanted);
        }
        return capabilities.stream()
                .filter(known -> known < wanted)
                .reduce((lower, higher) -> higher)
                .map(known -> "compute_" + known);
    }

    @Override
    public synchronized byte[] compile(String source, List<String> options, String architecture) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(ADDRESS);
            MemorySegment none = MemorySegment.NULL;
            calls.check("nvrtcCreateProgram", (int) calls.create.invokeExact(
                    handle, arena.allocateFrom(source), arena.allocateFrom(NAME), 0, none, none));
            try {
                return compile(handle.get(ADDRESS, 0), options, architecture, arena);
            } finally {
                calls.check("nvrtcDestroyProgram", (int) calls.destroy.invokeExact(handle));
            }
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    private byte[] compile(MemorySegment program, List<String> options, String architecture, Arena arena)
            throws Throwable {
        List<String> all = new ArrayList<>(options);
        all.add("--gpu-architecture=" + architecture);
        MemorySegment words = arena.allocate(ADDRESS, all.size());
        for (int i = 0; i < all.size(); i++) {
            words.setAtIndex(ADDRESS, i, arena.allocateFrom(all.get(i)));
        }
        int code = (int) calls.compile.invokeExact(program, all.size(), words);
        if (code != 0) {
            throw calls.failure("nvrtcCompileProgram", code, log(program, arena));
        }
        boolean isText = architecture.startsWith("compute_");
        return isText
                ? text(bytes("nvrtcGetPTX", calls.textSize, calls.text, program, arena))
                : bytes("nvrtcGetCUBIN", calls.codeSize, calls.code, program, arena);
    }

    /** Without its closing zero. */
    private static byte[] text(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    private String log(MemorySegment program, Arena arena) throws Throwable {
        byte[] bytes = bytes("nvrtcGetProgramLog", calls.logSize, calls.log, program, arena);
        return new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8).strip();
    }

    private byte[] bytes(String call, MethodHandle size, MethodHandle content, MemorySegment program, Arena arena)
            throws Throwable {
        MemorySegment word = arena.allocate(JAVA_LONG);
        calls.check(call + "Size", (int) size.invokeExact(program, word));
        MemorySegment bytes = arena.allocate(word.get(JAVA_LONG, 0));
        calls.check(call, (int) content.invokeExact(program, bytes));
        return bytes.toArray(JAVA_BYTE);
    }
}
