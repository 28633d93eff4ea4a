package org.neuralredshift.backends.cuda;

import java.util.Arrays;
import org.neuralredshift.backends.cuda.driver.Driver;

/** Marks what a stream does, for the timeline, if there is one. */
interface StreamClock extends AutoCloseable {
    /** Nobody wants to know. */
    StreamClock NONE = new StreamClock() {
        @Override
        public void mark(int moment) {}

        @Override
        public void done() {}

        @Override
        public void close() {}
    };

    /** Marks a moment: 0 before a chunk, 1 after its uploads, 2 after its kernels, 3 after its downloads. */
    void mark(int moment);

    /** Adds the chunk to the timeline; the stream has done all. */
    void done();

    @Override
    void close();

    /** Marks by events of the driver. */
    final class Marking implements StreamClock {
        private final Driver driver;
        private final Card card;
        private final CardClock clock;
        private final Timeline timeline;
        private final long stream;
        private final long[] events = new long[4];

        Marking(Card card, CardClock clock, Timeline timeline, long stream) {
            this.driver = card.driver();
            this.card = card;
            this.clock = clock;
            this.timeline = timeline;
            this.stream = stream;
            try {
                for (int i = 0; i < events.length; i++) {
                    events[i] = driver.createEvent();
                }
            } catch (RuntimeException | Error e) {
                Releases.after(e, this::close);
                throw e;
            }
        }

        @Override
        public void mark(int moment) {
            driver.record(events[moment], stream);
        }

        @Override
        public void done() {
            driver.synchronize(stream);
            double first = clock.milliseconds(events[0]);
            double begin = first;
            for (Timeline.Work work : Timeline.Work.values()) {
                double end = first + driver.milliseconds(events[0], events[work.ordinal() + 1]);
                timeline.add(new Timeline.Span(card.ordinal(), stream, work, begin, end));
                begin = end;
            }
        }

        @Override
        public void close() {
            Releases.all(Arrays.stream(events)
                    .filter(event -> event != 0)
                    .<Runnable>mapToObj(event -> () -> driver.destroyEvent(event))
                    .toArray(Runnable[]::new));
        }
    }
}
