package org.neuralredshift.tasks.functions;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed the last first, and all of it even if some cannot be. */
final class Opened implements AutoCloseable {
    private final Deque<Runnable> closes = new ArrayDeque<>();

    /** Something is open. */
    void add(Runnable close) {
        closes.push(close);
    }

    /** Closes all because something failed, which is then to be thrown. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Closes all, and throws the first failure with the others suppressed in it. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!closes.isEmpty()) {
            try {
                closes.pop().run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
