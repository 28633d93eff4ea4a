package org.neuralredshift.backends.cuda.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** What tests ask of the cards that are the processor, beyond what a driver gives. For all tests of the process: put it right after. */
@SuppressWarnings("restricted") // functions are called as driver_on_host.cpp declares them
public final class HostCards {
    private HostCards() {}

    /** Lets the cards start so many kernels more, less one; then they are lost. Negative for as many as one likes. */
    public static void lives(long launches) {
        call(() -> function("cudaOnHostLives", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG))
                .invoke(launches));
    }

    /** How many there are, one unless told otherwise. */
    public static void count(int cards) {
        call(() -> function("cudaOnHostCards", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .invoke(cards));
    }

    /** How many kernels a card has started so far. */
    public static long launches(int card) {
        return (long) call(
                () -> function("cudaOnHostLaunches", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT))
                        .invoke(card));
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        SymbolLookup library = SymbolLookup.libraryLookup(HostToolkit.folder().resolve("libcuda.so.1"), Arena.global());
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
    }

    private interface Call {
        Object invoke() throws Throwable;
    }

    private static Object call(Call call) {
        try {
            return call.invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
