package org.neuralredshift.bench.libtorch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;

/** Phrases of LZ76 and LZ78 on ten levels, counted in C ({@code lempel_ziv.c}): PyTorch has nothing for it. */
final class LempelZiv implements AutoCloseable {
    private static final Path PATH = Path.of(System.getProperty("lempel-ziv", ""));

    private final Configuration configuration;
    private final Arena arena = Arena.ofConfined();
    private final MethodHandle count;
    private final MethodHandle close;
    private final MemorySegment workspace;
    private final MemorySegment counts;

    LempelZiv(Configuration configuration) {
        this.configuration = configuration;
        counts = arena.allocate(ValueLayout.JAVA_INT, 2L * configuration.batch());
        SymbolLookup library = SymbolLookup.libraryLookup(library(), arena);
        MethodHandle open =
                handle(library, "lempel_ziv_open", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        close = handle(library, "lempel_ziv_close", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        count = handle(
                library,
                "lempel_ziv_count",
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS));
        try {
            workspace = (MemorySegment) open.invokeExact(configuration.points());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (workspace.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("no memory for Lempel-Ziv on " + configuration.points() + " points");
        }
    }

    /** Counts for functions [batch, points], as int: LZ76 and LZ78 of each, overwritten by the next. */
    MemorySegment of(Tensor images) {
        long address = images.data_ptr_float().address();
        int with76 = configuration.measures('7') ? 1 : 0;
        int with78 = configuration.measures('8') ? 1 : 0;
        for (int i = 0; i < configuration.batch(); i++) {
            MemorySegment image = MemorySegment.ofAddress(address + (long) Float.BYTES * i * configuration.points());
            try {
                count.invokeExact(workspace, image, with76, with78, counts.asSlice(2L * Integer.BYTES * i));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
        return counts;
    }

    @Override
    public void close() {
        try {
            close.invokeExact(workspace);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        arena.close();
    }

    /** Whether there is a library to count with. */
    static boolean exists() {
        return Files.isRegularFile(PATH);
    }

    private static Path library() {
        if (!exists()) {
            throw new IllegalStateException("no library for Lempel-Ziv at '" + PATH
                    + "': bench/libtorch makes it where there is a C compiler, cc");
        }
        return PATH;
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }
}
