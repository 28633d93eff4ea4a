package org.neuralredshift.backends.cuda;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.backends.cuda.driver.Driver;

/** Marks what the streams of a session do, for the timeline, if there is one. */
interface StreamClock extends AutoCloseable {
    /** Before a chunk. */
    int BEGUN = 0;
    /** After its uploads. */
    int LOADED = 1;
    /** After its kernels. */
    int COMPUTED = 2;
    /** Before its downloads, which may be on another stream. */
    int FETCHED = 3;
    /** After its downloads. */
    int HOME = 4;

    /** Nobody wants to know. */
    StreamClock NONE = new StreamClock() {
        @Override
        public void mark(int slot, int moment, long stream) {}

        @Override
        public void finish() {}

        @Override
        public void close() {}
    };

    /**
     * Marks a moment of a chunk.
     *
     * @param slot of its outputs; a chunk begins there after the one before it is home
     */
    void mark(int slot, int moment, long stream);

    /** Adds all chunks that are not in the timeline yet; the streams have done all. */
    void finish();

    @Override
    void close();

    /** Marks by events of the driver. */
    final class Marking implements StreamClock {
        private static final int MOMENTS = 5;

        /** A chunk: its moments, and where it was marked last. */
        private static final class Marks {
            private final long[] events = new long[MOMENTS];
            private long computing;
            private long delivering;
            private boolean complete;
        }

        private final Driver driver;
        private final Card card;
        private final CardClock clock;
        private final Timeline timeline;
        private final Holdings holdings = new Holdings();
        /** By slot. */
        private final List<Marks> chunks = new ArrayList<>();

        Marking(Card card, CardClock clock, Timeline timeline) {
            this.driver = card.driver();
            this.card = card;
            this.clock = clock;
            this.timeline = timeline;
        }

        @Override
        public void mark(int slot, int moment, long stream) {
            Marks marks = marks(slot);
            if (moment == BEGUN) {
                add(marks);
                marks.computing = stream;
            }
            if (moment == HOME) {
                marks.delivering = stream;
                marks.complete = true;
            }
            driver.record(marks.events[moment], stream);
        }

        private Marks marks(int slot) {
            while (chunks.size() <= slot) {
                Marks made = new Marks();
                for (int moment = 0; moment < MOMENTS; moment++) {
                    long event = driver.createEvent();
                    holdings.add(() -> driver.destroyEvent(event));
                    made.events[moment] = event;
                }
                chunks.add(made);
            }
            return chunks.get(slot);
        }

        private void add(Marks marks) {
            if (marks.complete) {
                marks.complete = false;
                driver.synchronize(marks.delivering);
                double begun = clock.milliseconds(marks.events[BEGUN]);
                add(marks, Timeline.Work.UPLOAD, begun, BEGUN, LOADED, marks.computing);
                add(marks, Timeline.Work.COMPUTE, begun, LOADED, COMPUTED, marks.computing);
                add(marks, Timeline.Work.DOWNLOAD, begun, FETCHED, HOME, marks.delivering);
            }
        }

        private void add(Marks marks, Timeline.Work work, double begun, int from, int to, long stream) {
            double begin = from == BEGUN ? begun : begun + driver.milliseconds(marks.events[BEGUN], marks.events[from]);
            double end = begun + driver.milliseconds(marks.events[BEGUN], marks.events[to]);
            timeline.add(new Timeline.Span(card.ordinal(), stream, work, begin, end));
        }

        @Override
        public void finish() {
            chunks.forEach(this::add);
        }

        @Override
        public void close() {
            Releases.all(holdings.releases());
        }
    }
}
