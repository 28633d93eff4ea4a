package org.neuralredshift.backends.cuda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the cards did when, by their own clocks: a file in the format of Chrome's traces, and the shares of the time in a sentence. Kept for
 * whoever asks whether the host lets the cards wait. Thread-safe.
 */
final class Timeline {
    /** Of each later one nothing is known but its share. */
    private static final int MOST_SPANS = 200_000;

    /** What a stream did. */
    enum Work {
        /** Bytes to the card. */
        UPLOAD,
        /** Kernels. */
        COMPUTE,
        /** Bytes from the card, and the host that waits for them. */
        DOWNLOAD
    }

    /**
     * Something that a stream did without a pause.
     *
     * @param card its number
     * @param stream of the card
     * @param work what
     * @param begin milliseconds since the card was taken into use
     * @param end likewise
     */
    record Span(int card, long stream, Work work, double begin, double end) {}

    private final Path file;
    private final Consumer<String> notices;
    private final List<Span> spans = new ArrayList<>();

    /**
     * @param file is written whenever a program is closed
     * @param notices is told the shares then
     */
    Timeline(Path file, Consumer<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    /** Adds what was done. */
    synchronized void add(Span span) {
        if (spans.size() < MOST_SPANS && span.end() >= span.begin()) {
            spans.add(span);
        }
    }

    /** Writes the file and tells the shares of all so far. */
    synchronized void write() {
        if (spans.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file, trace());
        } catch (IOException e) {
            notices.accept("the timeline cannot be written to " + file + ": " + e);
        }
        spans.stream().map(Span::card).distinct().sorted().forEach(card -> notices.accept(shares(card)));
    }

    /** The shares of the time from the first to the last work of a card: with kernels on any stream, with copies alone, with nothing. */
    String shares(int card) {
        List<Span> own = spans.stream().filter(span -> span.card() == card).toList();
        double begin = own.stream().mapToDouble(Span::begin).min().orElse(0);
        double end = own.stream().mapToDouble(Span::end).max().orElse(0);
        double computing =
                covered(own.stream().filter(span -> span.work() == Work.COMPUTE).toList());
        double busy = covered(own);
        double all = Math.max(end - begin, Double.MIN_NORMAL);
        return String.format(
                Locale.ROOT,
                "card %d: %.3f s, kernels in %.1f %%, copies alone in %.1f %%, nothing in %.1f %% of them",
                card,
                all / 1000,
                100 * computing / all,
                100 * (busy - computing) / all,
                100 * (all - busy) / all);
    }

    /** Milliseconds that at least one of the spans covers. */
    private static double covered(List<Span> spans) {
        double sum = 0;
        double reached = Double.NEGATIVE_INFINITY;
        for (Span span :
                spans.stream().sorted(Comparator.comparingDouble(Span::begin)).toList()) {
            sum += Math.max(0, span.end() - Math.max(span.begin(), reached));
            reached = Math.max(reached, span.end());
        }
        return sum;
    }

    private String trace() {
        List<String> events = spans.stream()
                .map(span -> String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"ph\":\"X\",\"pid\":%d,\"tid\":%d,\"ts\":%.3f,\"dur\":%.3f}",
                        span.work().name().toLowerCase(Locale.ROOT),
                        span.card(),
                        span.stream(),
                        1000 * span.begin(),
                        1000 * (span.end() - span.begin())))
                .toList();
        return "{\"traceEvents\":[\n" + String.join(",\n", events) + "\n]}\n";
    }
}
