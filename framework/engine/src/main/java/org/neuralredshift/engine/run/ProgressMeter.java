package org.neuralredshift.engine.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts networks over all workers and tells the listener, at most every tenth of a second. Thread-safe. */
final class ProgressMeter {
    private static final long INTERVAL = 100_000_000;

    private final long total;
    private RunListener listener;
    private final long start = System.nanoTime();
    private long told = start;
    private long done;
    private long resumed;
    private long failed;
    private @Nullable String problem;
    private volatile boolean stopped;

    ProgressMeter(long total, RunListener listener) {
        this.total = total;
        this.listener = listener;
    }

    synchronized void resumed(long networks) {
        resumed += networks;
        done += networks;
    }

    synchronized void completed() {
        done++;
        tell(INTERVAL);
    }

    /** A network became a failed row. */
    synchronized void failed() {
        failed++;
        done++;
        tell(INTERVAL);
    }

    /** A batch was given up: what it had reported is not done. */
    synchronized void abandoned(long reported, long reportedFailed) {
        done -= reported;
        failed -= reportedFailed;
    }

    /** Something that who waits should know at once. */
    synchronized void notice(String sentence) {
        try {
            listener.notice(sentence);
        } catch (RuntimeException e) {
            problem = "Not every notice was shown: " + e;
        }
    }

    synchronized Progress finish() {
        tell(0);
        return progress();
    }

    /** Why the listener was given up; a display must not spoil what it displays. */
    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    private void tell(long interval) {
        if (System.nanoTime() - told >= interval) {
            told = System.nanoTime();
            try {
                listener.progress(progress());
            } catch (RuntimeException e) {
                listener = progress -> {};
                problem = "Progress was not shown to the end: " + e;
            }
        }
    }

    private Progress progress() {
        return new Progress(done, resumed, total, failed, (System.nanoTime() - start) * 1e-9);
    }
}
