package org.neuralredshift.examiner;

import java.util.Arrays;
import java.util.Optional;

/** Where in a plugin something happened. */
final class Place {
    private Place() {}

    /** The innermost place that is not of Java's own; else the innermost. */
    static Optional<StackTraceElement> of(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(element -> !element.getClassName().startsWith("java.")
                        && !element.getClassName().startsWith("jdk."))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst());
    }
}
