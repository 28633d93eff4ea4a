package org.neuralredshift.engine.plugin;

import java.util.Objects;
import java.util.stream.Stream;

/** What is behind a failure, in a plugin's code above all. */
public final class Causes {
    /** More than anybody wraps; a plugin may make a circle of them. */
    private static final int MOST = 64;

    private Causes() {}

    /** A throwable, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}
