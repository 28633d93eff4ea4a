package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.study.FigureSpec;

/** What a heat map says, in words and numbers that are computed from its rows. */
final class Findings {
    /**
     * The findings of one panel.
     *
     * @param title of the panel
     * @param lowest the cell of least mean
     * @param highest the cell of largest mean
     * @param alongX trend along the bottom axis, if it has numbers to show one
     * @param alongY trend along the left axis, if it has numbers to show one
     */
    record Panel(String title, Extreme lowest, Extreme highest, Optional<Trend> alongX, Optional<Trend> alongY) {}

    /**
     * A cell that stands out.
     *
     * @param mean of the metric
     * @param place its parameters in words
     */
    record Extreme(double mean, String place) {}

    private static final int MOST_LISTED = 10;

    private final FigureSpec spec;
    private final List<Panel> panels = new ArrayList<>();
    private boolean isLines;

    Findings(FigureSpec spec, Sweep sweep) {
        this.spec = spec;
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            if (isLines(sweep, panel)) {
                isLines = true;
                for (int row = 0; row < sweep.y(panel).size(); row++) {
                    add(sweep, panel, row, row + 1);
                }
            } else {
                add(sweep, panel, 0, sweep.y(panel).size());
            }
        }
    }

    /** Whether rows differ in words, each a thing of its own: nothing is said of their mean. */
    private static boolean isLines(Sweep sweep, int panel) {
        List<Object> rows = sweep.y(panel).values();
        return rows.size() > 1 && !rows.stream().allMatch(Number.class::isInstance);
    }

    private void add(Sweep sweep, int panel, int from, int to) {
        HeatMap map = sweep.heatMap(panel);
        boolean line = to - from < map.y().size();
        Extreme lowest = extreme(map, 1, from, to);
        if (Double.isNaN(lowest.mean())) {
            return;
        }
        boolean trend = isTrend(sweep.x(panel).values());
        panels.add(new Panel(
                line ? map.title() + ", " + sweep.yLabel(map.y().values().get(from)) : map.title(),
                lowest,
                extreme(map, -1, from, to),
                trend
                        ? Optional.of(line ? Trend.alongX(sweep, panel, from) : Trend.alongX(sweep, panel))
                        : Optional.empty(),
                isTrend(sweep.y(panel).values()) ? Optional.of(Trend.alongY(sweep, panel)) : Optional.empty()));
    }

    private static boolean isTrend(List<Object> values) {
        return values.size() > 2 && values.stream().allMatch(Number.class::isInstance);
    }

    List<Panel> panels() {
        return panels;
    }

    private Extreme extreme(HeatMap map, int sign, int from, int to) {
        Extreme best = new Extreme(Double.NaN, "");
        for (int row = from; row < to; row++) {
            for (int column = 0; column < map.x().size(); column++) {
                Summary summary = map.cell(column, row).summary();
                if (summary.count() > 0 && !(sign * summary.mean() >= sign * best.mean())) {
                    best = new Extreme(summary.mean(), place(map, column, row));
                }
            }
        }
        return best;
    }

    private String place(HeatMap map, int column, int row) {
        String x = spec.x() + " " + Labels.value(map.x().values().get(column));
        return map.y().values().get(row) instanceof Number depth ? x + ", " + spec.y() + " " + Labels.value(depth) : x;
    }

    /** The answer in a few sentences; empty if there is nothing to compare. */
    String sentence() {
        List<Panel> rising = panels.stream()
                .filter(panel -> panel.alongX().isPresent()
                        && panel.alongX().get().perStep().count() > 0)
                .sorted(Comparator.comparingDouble(
                        (Panel panel) -> -panel.alongX().get().perStep().mean()))
                .toList();
        if (rising.isEmpty()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        Panel first = rising.getFirst();
        Panel last = rising.getLast();
        String start = "Per " + step(first.alongX().orElseThrow(), spec.x()) + ", mean " + spec.metric() + " changes ";
        if (rising.size() == 1) {
            sentences.add(start + "by " + change(first) + ".");
        } else {
            sentences.add(start + "most upwards for " + first.title() + ", by " + change(first) + ", and least for "
                    + last.title() + ", by " + change(last) + ".");
        }
        if (panels.size() <= MOST_LISTED) {
            sentences.add(ranges());
        }
        List<String> steady = rising.stream()
                .filter(panel -> includesZero(panel.alongX().orElseThrow().perStep()))
                .map(Panel::title)
                .toList();
        if (!steady.isEmpty()) {
            sentences.add("The interval includes no change for "
                    + (steady.size() > MOST_LISTED ? steady.size() + " of " + rising.size() : String.join("; ", steady))
                    + ".");
        }
        return String.join(" ", sentences);
    }

    private String ranges() {
        return "Ranges of the mean: "
                + panels.stream()
                        .sorted(Comparator.comparingDouble(
                                panel -> panel.highest().mean()))
                        .map(panel -> panel.title() + " "
                                + Numbers.fixed(panel.lowest().mean(), 2) + " to "
                                + Numbers.fixed(panel.highest().mean(), 2))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static boolean includesZero(Summary summary) {
        return summary.count() > 1 && summary.low() <= 0 && summary.high() >= 0;
    }

    private static String change(Panel panel) {
        Summary change = panel.alongX().orElseThrow().perStep();
        return signed(change.mean())
                + (change.count() > 1 ? " (" + interval(change) + ")" : " (one seed: no interval)");
    }

    /** What a step along an axis is. */
    static String step(Trend trend, String parameter) {
        return trend.logarithmic() ? "tenfold " + parameter : "unit of " + parameter;
    }

    static String signed(double number) {
        String text = Numbers.fixed(number, 3);
        return number > 0 && !text.matches("[0.]+") ? "+" + text : text;
    }

    /** A 95 % interval in words. */
    static String interval(Summary summary) {
        return "95 % interval " + signed(summary.low()) + " to " + signed(summary.high());
    }
}
