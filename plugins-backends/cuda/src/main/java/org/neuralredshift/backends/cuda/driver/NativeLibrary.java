package org.neuralredshift.backends.cuda.driver;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** A native library, loaded for the rest of the process, and its functions. The one place where the safety of Java ends. */
@SuppressWarnings("restricted")
final class NativeLibrary {
    /** Longer than any name or message of these libraries. */
    private static final long LONGEST_TEXT = 1 << 20;

    private final Path path;
    private final SymbolLookup symbols;

    private NativeLibrary(Path path) {
        this.path = path;
        this.symbols = SymbolLookup.libraryLookup(path.toAbsolutePath(), Arena.global());
    }

    /**
     * Loads a library.
     *
     * @throws DriverException if the system refuses
     * @throws IllegalCallerException if nobody allowed native code to this plugin
     */
    static NativeLibrary load(Path path) {
        try {
            return new NativeLibrary(path);
        } catch (IllegalArgumentException e) {
            throw new DriverException("loading " + path, "an error of the system", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A function that gives an {@code int}, which is 0 if all is well.
     *
     * @throws DriverException if the library has no such function
     */
    MethodHandle function(String name, ValueLayout... parameters) {
        return function(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    /** @throws DriverException if the library has no such function */
    MethodHandle function(String name, FunctionDescriptor type) {
        MemorySegment symbol = symbols.find(name)
                .orElseThrow(() -> new DriverException(
                        "looking up " + name, "no such function", path + " is too old, or no library of CUDA"));
        return Linker.nativeLinker().downcallHandle(symbol, type);
    }

    /** A text that a library owns. */
    static String text(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? ""
                : address.reinterpret(LONGEST_TEXT).getString(0);
    }

    /** Memory that a library has given. */
    static MemorySegment memory(MemorySegment address, long bytes) {
        return address.reinterpret(bytes);
    }
}
