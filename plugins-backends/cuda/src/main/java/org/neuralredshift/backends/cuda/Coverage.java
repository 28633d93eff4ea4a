package org.neuralredshift.backends.cuda;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The length that intervals cover, each moment once. They may come in any order, as long as none begins before what the last
 * {@value #OPEN} that do not touch cover: what is earlier is settled, and of an interval only what follows it counts.
 */
final class Coverage {
    private static final int OPEN = 1024;

    /** From beginning to end; none touches another. */
    private final NavigableMap<Double, Double> intervals = new TreeMap<>();

    private double settled;
    private double settledUntil = Double.NEGATIVE_INFINITY;

    /** Adds an interval. */
    void add(double begin, double end) {
        double from = Math.max(begin, settledUntil);
        double to = end;
        if (to <= from) {
            return;
        }
        Map.Entry<Double, Double> before = intervals.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            from = before.getKey();
        }
        NavigableMap<Double, Double> touched = intervals.subMap(from, true, to, true);
        if (!touched.isEmpty()) {
            to = Math.max(to, touched.lastEntry().getValue());
        }
        touched.clear();
        intervals.put(from, to);
        if (intervals.size() > OPEN) {
            Map.Entry<Double, Double> earliest = intervals.pollFirstEntry();
            settled += earliest.getValue() - earliest.getKey();
            settledUntil = earliest.getValue();
        }
    }

    /** The length of all. */
    double length() {
        return intervals.entrySet().stream()
                .mapToDouble(interval -> interval.getValue() - interval.getKey())
                .reduce(settled, Double::sum);
    }
}
