package org.neuralredshift.engine.report;

import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Summary;

/** What captions and tips say of cells. */
final class Caption {
    private Caption() {}

    /** How many networks there are behind each place of a figure. */
    static String seeds(Collection<CellResult> cells) {
        IntSummaryStatistics networks = cells.stream()
                .mapToInt(cell -> cell.summary().count()
                        + cell.others().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .filter(count -> count > 0)
                .summaryStatistics();
        if (networks.getCount() == 0) {
            return "no networks";
        }
        return (networks.getMin() == networks.getMax() ? "" : networks.getMin() + " to ")
                + networks.getMax()
                + (networks.getMax() == 1 ? " network" : " networks");
    }

    /**
     * How many networks could not be measured, by status; empty if none.
     *
     * @param counted what cells count: networks, or measurements if there are several of each
     */
    static String leftOut(Collection<CellResult> cells, String counted) {
        Map<String, Integer> counts = new TreeMap<>();
        cells.forEach(cell -> cell.others().forEach((status, count) -> counts.merge(status, count, Integer::sum)));
        int all = cells.stream().mapToInt(cell -> cell.summary().count()).sum()
                + counts.values().stream().mapToInt(Integer::intValue).sum();
        long empty = cells.stream()
                .filter(cell -> !cell.isMeasured() && !cell.others().isEmpty())
                .count();
        return counts.isEmpty()
                ? ""
                : "Left out of means, as they have no shape to measure: " + words(counts) + " of " + all + " " + counted
                        + (empty == 0 ? "" : ", all of " + empty + (empty == 1 ? " cell" : " cells"));
    }

    /** How many networks lack a value of some metric, each by the first status that says why; empty if none. */
    static String withoutValue(Map<String, Integer> counts, int networks) {
        return counts.isEmpty()
                ? ""
                : "Without a value of some metric: " + words(counts) + " of " + networks + " networks";
    }

    /** What a reader sees who points at a cell. */
    static String tip(String place, String quantity, CellResult cell) {
        return place + "\n" + result(cell, quantity + " ", "\n");
    }

    /** Mean, interval, seeds and what was left out, in one line. */
    static String measured(CellResult cell) {
        return result(cell, "", ", ");
    }

    private static String result(CellResult cell, String before, String between) {
        Summary summary = cell.summary();
        String value = summary.count() == 0
                ? "no network could be measured"
                : before
                        + measured(summary)
                        + between
                        + summary.count()
                        + (summary.count() == 1 ? " seed ok" : " seeds ok");
        String others = words(cell.others());
        return others.isEmpty() ? value : value + between + others;
    }

    /** A mean with its interval. */
    static String measured(Summary summary) {
        return decimals(summary.mean())
                + (summary.count() > 1 ? " ± " + decimals(summary.halfWidth()) + " (95 %)" : "");
    }

    /** A number to three decimals, a large one to as many digits as say something. */
    static String decimals(double number) {
        return Math.abs(number) < 1000 ? Numbers.fixed(number, 3) : Numbers.brief(number);
    }

    private static String words(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
