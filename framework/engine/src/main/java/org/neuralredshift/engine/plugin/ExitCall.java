package org.neuralredshift.engine.plugin;

import java.util.Optional;

/**
 * Who called {@code System.exit}. The JVM lets any code end the process; a shutdown hook may ask here whether it was code
 * that has no business to.
 */
public final class ExitCall {
    private static final String RUNTIME = "java.lang.Runtime";
    private static final String SYSTEM = "java.lang.System";

    private ExitCall() {}

    /** The place that called it, in any thread; empty if the process ends by a signal, or does not end. */
    public static Optional<StackTraceElement> find() {
        return Thread.getAllStackTraces().values().stream()
                .map(ExitCall::caller)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The place of a thread that called it. */
    static Optional<StackTraceElement> of(Thread thread) {
        return caller(thread.getStackTrace());
    }

    private static Optional<StackTraceElement> caller(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().equals(RUNTIME)
                    && stack[i].getMethodName().equals("exit")) {
                int caller = i + 1;
                while (caller < stack.length && stack[caller].getClassName().equals(SYSTEM)) {
                    caller++;
                }
                return caller < stack.length ? Optional.of(stack[caller]) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
