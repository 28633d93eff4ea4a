package org.neuralredshift.backends.cuda;

import java.util.Arrays;
import org.neuralredshift.backends.cuda.driver.Driver;

/** A stream on which outputs go home, and the moments at which the outputs of either slot are computed, and are home. */
final class CopyStream implements AutoCloseable {
    private static final int SLOTS = 2;

    private final Driver driver;
    private final Holdings holdings = new Holdings();
    private final long stream;
    private final Downloads downloads;
    private final long[] computed = new long[SLOTS];
    private final long[] home = new long[SLOTS];
    /** Whether outputs of a slot may still be on their way. */
    private final boolean[] onTheWay = new boolean[SLOTS];

    CopyStream(Driver driver, PinnedMemory pinned) {
        this.driver = driver;
        this.stream = driver.createStream();
        holdings.add(() -> driver.destroyStream(stream));
        try {
            for (int slot = 0; slot < SLOTS; slot++) {
                computed[slot] = event();
                home[slot] = event();
            }
        } catch (RuntimeException | Error e) {
            Releases.after(e, holdings.releases());
            throw e;
        }
        this.downloads = new Downloads(driver, pinned, stream);
        holdings.add(downloads::close);
    }

    private long event() {
        long event = driver.createEvent();
        holdings.add(() -> driver.destroyEvent(event));
        return event;
    }

    long stream() {
        return stream;
    }

    Downloads downloads() {
        return downloads;
    }

    /** Another stream has been asked for all that a slot's outputs need. */
    void computed(int slot, long by) {
        driver.record(computed[slot], by);
    }

    /** Copies from here on wait until a slot's outputs are computed. */
    void begin(int slot) {
        driver.await(computed[slot], stream);
        onTheWay[slot] = true;
    }

    /** All copies of a slot's outputs are asked for. */
    void end(int slot) {
        driver.record(home[slot], stream);
    }

    /** Another stream is to write a slot's outputs anew: it waits until those before are home. */
    void release(int slot, long by) {
        if (onTheWay[slot]) {
            driver.await(home[slot], by);
            onTheWay[slot] = false;
        }
    }

    /** Waits until all is home. */
    void finish() {
        Arrays.fill(onTheWay, false);
        driver.synchronize(stream);
    }

    @Override
    public void close() {
        Releases.all(holdings.releases());
    }
}
