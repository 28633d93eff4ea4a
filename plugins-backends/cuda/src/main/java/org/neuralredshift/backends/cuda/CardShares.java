package org.neuralredshift.backends.cuda;

import java.util.Locale;
import org.neuralredshift.backends.cuda.Timeline.Span;
import org.neuralredshift.backends.cuda.Timeline.Work;

/** The shares of the time from the first to the last work of a card: with kernels on any stream, with copies alone, with nothing. */
final class CardShares {
    private final Coverage computing = new Coverage();
    private final Coverage busy = new Coverage();
    private double begin = Double.POSITIVE_INFINITY;
    private double end = Double.NEGATIVE_INFINITY;

    /** Counts a span of that card. */
    void add(Span span) {
        begin = Math.min(begin, span.begin());
        end = Math.max(end, span.end());
        busy.add(span.begin(), span.end());
        if (span.work() == Work.COMPUTE) {
            computing.add(span.begin(), span.end());
        }
    }

    /** In a sentence; there must be a span. */
    String sentence(int card) {
        double all = Math.max(end - begin, Double.MIN_NORMAL);
        return String.format(
                Locale.ROOT,
                "card %d: %.3f s, kernels in %.1f %%, copies alone in %.1f %%, nothing in %.1f %% of them",
                card,
                all / 1000,
                100 * computing.length() / all,
                100 * (busy.length() - computing.length()) / all,
                100 * (all - busy.length()) / all);
    }
}
