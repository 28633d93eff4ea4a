package org.neuralredshift.backends.cuda.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neuralredshift.backends.cuda.host.HostToolkit;

/** Kernels of a source, compiled by g++ against cuda_on_host.h. */
@SuppressWarnings("restricted") // the library was compiled here, and its function is called as it is declared
final class HostLibrary {
    private static final Pattern KERNEL =
            Pattern.compile("__global__ void (?:__launch_bounds__\\([^)]*\\) )?(\\w+)\\((.*?)\\n}\\n", Pattern.DOTALL);
    /** What a launch is in the header: columns, rows, threads, bytes of shared memory, and the addresses of the arguments. */
    private static final MemoryLayout LAUNCH = MemoryLayout.structLayout(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS);
    /** The suites compile few sources many times. */
    private static final Map<String, HostLibrary> KNOWN = new ConcurrentHashMap<>();

    private final SymbolLookup symbols;

    /** The library of a source, for the life of the virtual machine. */
    static HostLibrary of(String source) {
        return KNOWN.computeIfAbsent(source, HostLibrary::new);
    }

    private HostLibrary(String source) {
        try {
            Path folder = Files.createTempDirectory("cuda-on-host");
            Path text = Files.writeString(folder.resolve("kernels.cpp"), onHost(source));
            Path library = folder.resolve("kernels.so");
            List<String> command = new ArrayList<>(HostToolkit.compiler());
            command.addAll(List.of("-o", library.toString(), text.toString()));
            Tool.run(command.toArray(String[]::new));
            this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the entry of each kernel behind it. */
    private static String onHost(String source) {
        StringBuilder text = new StringBuilder(source.replace(
                "extern __shared__ float4 dynamicShared[];",
                "float4* const dynamicShared = (float4*) cuda_on_host::dynamicShared;"));
        KERNEL.matcher(source)
                .results()
                .forEach(kernel -> text.append("CUDA_ON_HOST_KERNEL(")
                        .append(kernel.group(1))
                        .append(", ")
                        .append(kernel.group(2).contains("__syncthreads"))
                        .append(")\n"));
        return text.toString();
    }

    /** Runs a kernel for so many networks; one at a time, for its threads are coroutines of one processor. */
    synchronized void launch(Launch what, int networks, List<MemorySegment> pointers, int studySeed) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment arguments = call.allocate(ValueLayout.ADDRESS, pointers.size() + 1L);
            for (int i = 0; i < pointers.size(); i++) {
                arguments.setAtIndex(ValueLayout.ADDRESS, i, call.allocateFrom(ValueLayout.ADDRESS, pointers.get(i)));
            }
            arguments.setAtIndex(
                    ValueLayout.ADDRESS, pointers.size(), call.allocateFrom(ValueLayout.JAVA_INT, studySeed));
            MemorySegment launch = call.allocate(LAUNCH);
            launch.setAtIndex(ValueLayout.JAVA_INT, 0, Math.toIntExact(what.blocks()));
            launch.setAtIndex(ValueLayout.JAVA_INT, 1, what.perNetwork() ? networks : 1);
            launch.setAtIndex(ValueLayout.JAVA_INT, 2, what.threads());
            launch.setAtIndex(ValueLayout.JAVA_INT, 3, what.sharedBytes());
            launch.set(ValueLayout.ADDRESS, 4L * Integer.BYTES, arguments);
            int code = (int) Linker.nativeLinker()
                    .downcallHandle(
                            symbols.findOrThrow("launch_" + what.kernel()),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(launch);
            if (code != 0) {
                throw new IllegalStateException("kernel " + what.kernel() + " fails with code " + code);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is loaded stays loaded. */
    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
