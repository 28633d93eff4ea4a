package org.neuralredshift.engine.run;

/** Counts networks over all workers and tells the listener, at most every tenth of a second. Thread-safe. */
final class ProgressMeter {
    private static final long INTERVAL = 100_000_000;

    private final long total;
    private final RunListener listener;
    private final long start = System.nanoTime();
    private long told = start;
    private long done;
    private long resumed;
    private long failed;
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

    /** A batch became failed rows: networks that it had not reported are done too. */
    synchronized void failed(long networks, long reported) {
        failed += networks;
        done += networks - reported;
        tell(INTERVAL);
    }

    /** A batch was given up: what it had reported is not done. */
    synchronized void abandoned(long reported) {
        done -= reported;
    }

    synchronized Progress finish() {
        tell(0);
        return progress();
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
            listener.progress(progress());
        }
    }

    private Progress progress() {
        return new Progress(done, resumed, total, failed, (System.nanoTime() - start) * 1e-9);
    }
}
