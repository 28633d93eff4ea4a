package org.neuralredshift.cli.command;

import java.util.Arrays;
import java.util.Optional;

/** Who called {@code System.exit}. A shutdown hook may ask here whether it was code that has no business to. */
final class ExitCall {
    private ExitCall() {}

    /** The place that called it, in any thread; empty if the process ends by a signal, or does not end. */
    static Optional<StackTraceElement> find() {
        return Thread.getAllStackTraces().values().stream()
                .filter(ExitCall::exits)
                .flatMap(stack ->
                        Arrays.stream(stack).filter(ExitCall::isNotOfJava).limit(1))
                .findFirst();
    }

    private static boolean exits(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    /** A reflective call goes through several of its methods. */
    private static boolean isNotOfJava(StackTraceElement frame) {
        return !frame.getClassName().startsWith("java.")
                && !frame.getClassName().startsWith("jdk.");
    }
}
