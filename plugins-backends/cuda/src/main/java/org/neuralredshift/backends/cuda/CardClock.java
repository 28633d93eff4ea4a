package org.neuralredshift.backends.cuda;

import org.neuralredshift.backends.cuda.driver.Driver;

/** The clock of a card, which begins when it is made. The thread's calls must go to that card. Thread-safe. */
final class CardClock implements AutoCloseable {
    /** A driver tells spans in float32: those of more milliseconds are coarser than its own microsecond. */
    private static final double LONGEST_SPAN = 8192;

    private final Driver driver;
    private long stream;
    /** The moment from which the driver counts. */
    private long anchor;

    private long spare;
    /** Milliseconds from the beginning to the anchor. */
    private double anchored;

    CardClock(Driver driver) {
        this.driver = driver;
        try {
            stream = driver.createStream();
            anchor = driver.createEvent();
            spare = driver.createEvent();
            driver.record(anchor, stream);
            driver.synchronize(stream);
        } catch (RuntimeException | Error e) {
            Releases.after(e, this::close);
            throw e;
        }
    }

    /** Milliseconds from the beginning to a moment that has passed. */
    synchronized double milliseconds(long event) {
        double since = driver.milliseconds(anchor, event);
        double moment = anchored + since;
        if (since > LONGEST_SPAN) {
            moveAnchor();
        }
        return moment;
    }

    private void moveAnchor() {
        driver.record(spare, stream);
        driver.synchronize(stream);
        anchored += driver.milliseconds(anchor, spare);
        long former = anchor;
        anchor = spare;
        spare = former;
    }

    @Override
    public synchronized void close() {
        long[] held = {spare, anchor, stream};
        spare = 0;
        anchor = 0;
        stream = 0;
        Releases.all(() -> destroyEvent(held[0]), () -> destroyEvent(held[1]), () -> destroyStream(held[2]));
    }

    private void destroyEvent(long event) {
        if (event != 0) {
            driver.destroyEvent(event);
        }
    }

    private void destroyStream(long queue) {
        if (queue != 0) {
            driver.destroyStream(queue);
        }
    }
}
