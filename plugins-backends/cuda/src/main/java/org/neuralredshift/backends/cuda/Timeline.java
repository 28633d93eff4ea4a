package org.neuralredshift.backends.cuda;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the cards did when, by their own clocks: a file in the format of Chrome's traces, and the shares of the time in a sentence. Kept for
 * whoever asks whether the host lets the cards wait. Thread-safe.
 */
final class Timeline {
    /** Those in the file; a later one counts in the shares only. */
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
    private final int most;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Integer, CardShares> cards = new TreeMap<>();
    private long leftOut;

    /**
     * @param file is written at the end
     * @param notices is told the shares then
     */
    Timeline(Path file, Consumer<String> notices) {
        this(file, notices, MOST_SPANS);
    }

    /** @param most spans for the file */
    Timeline(Path file, Consumer<String> notices, int most) {
        this.file = file;
        this.notices = notices;
        this.most = most;
    }

    /** Adds what was done. */
    synchronized void add(Span span) {
        cards.computeIfAbsent(span.card(), card -> new CardShares()).add(span);
        if (spans.size() < most) {
            spans.add(span);
        } else {
            leftOut++;
        }
    }

    /** Writes the file and tells the shares of all so far. */
    void write() {
        List<Span> kept = kept();
        if (kept.isEmpty()) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            writeTrace(kept, writer);
        } catch (IOException e) {
            notices.accept("the timeline cannot be written to " + file + ": " + e);
        }
        sentences().forEach(notices);
    }

    private synchronized List<Span> kept() {
        return List.copyOf(spans);
    }

    private synchronized List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        cards.forEach((card, shares) -> sentences.add(shares.sentence(card)));
        if (leftOut > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d later spans are in these shares, but not in %s, which holds %,d",
                    leftOut,
                    file,
                    most));
        }
        return sentences;
    }

    private static void writeTrace(List<Span> spans, Writer writer) throws IOException {
        writer.write("{\"traceEvents\":[");
        String separator = "\n";
        for (Span span : spans) {
            writer.write(separator);
            writer.write(String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"ph\":\"X\",\"pid\":%d,\"tid\":%d,\"ts\":%.3f,\"dur\":%.3f}",
                    span.work().name().toLowerCase(Locale.ROOT),
                    span.card(),
                    span.stream(),
                    1000 * span.begin(),
                    1000 * (span.end() - span.begin())));
            separator = ",\n";
        }
        writer.write("\n]}\n");
    }
}
