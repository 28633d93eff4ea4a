package org.neuralredshift.backends.cuda;

import org.jspecify.annotations.Nullable;

/** Gives several things back, all of them even if some cannot be. */
final class Releases {
    private Releases() {}

    /** Does all, and throws what the first failure threw, with the others suppressed in it. */
    static void all(Runnable... releases) {
        RuntimeException failure = null;
        for (Runnable release : releases) {
            failure = attempt(release, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException attempt(Runnable release, @Nullable RuntimeException earlier) {
        try {
            release.run();
            return earlier;
        } catch (RuntimeException e) {
            if (earlier == null) {
                return e;
            }
            earlier.addSuppressed(e);
            return earlier;
        }
    }

    /** Does all because something failed, which is then to be thrown. */
    static void after(Throwable failure, Runnable... releases) {
        try {
            all(releases);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
