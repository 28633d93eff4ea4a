package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayDeque;
import java.util.Deque;
import org.neuralredshift.api.annotation.Api;

/**
 * What a task opened one after another, as arenas, programs and sessions: closed the last first, and all of it even if some cannot
 * be. For one thread.
 */
@Api(INCUBATING)
public final class Opened implements AutoCloseable {
    private final Deque<Runnable> closes = new ArrayDeque<>();

    /** Nothing is open yet. */
    public Opened() {}

    /** Something is open, which this closes. */
    public void add(Runnable close) {
        closes.push(close);
    }

    /**
     * Closes all because something failed.
     *
     * @param failure what is then to be thrown; whatever fails now is suppressed in it
     */
    public void closeAfter(Throwable failure) {
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
