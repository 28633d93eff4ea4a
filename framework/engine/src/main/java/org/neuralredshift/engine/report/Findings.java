package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Summary;

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

    private final FigureSpec spec;
    private final List<Panel> panels = new ArrayList<>();

    Findings(FigureSpec spec, Sweep sweep) {
        this.spec = spec;
        for (int panel = 0; panel < sweep.panelCount(); panel++) {
            HeatMap map = sweep.heatMap(panel);
            if (map.cells().stream().anyMatch(CellResult::isMeasured)) {
                panels.add(new Panel(
                        map.title(),
                        extreme(map, 1),
                        extreme(map, -1),
                        isTrend(sweep.x(panel).values()) ? Optional.of(Trend.alongX(sweep, panel)) : Optional.empty(),
                        isTrend(sweep.y(panel).values()) ? Optional.of(Trend.alongY(sweep, panel)) : Optional.empty()));
            }
        }
    }

    private static boolean isTrend(List<Object> values) {
        return values.size() > 2 && values.stream().allMatch(Number.class::isInstance);
    }

    List<Panel> panels() {
        return panels;
    }

    private Extreme extreme(HeatMap map, int sign) {
        Extreme best = new Extreme(Double.NaN, "");
        for (int row = 0; row < map.y().size(); row++) {
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
        String x = spec.x() + " " + Numbers.brief(map.x().values().get(column));
        return spec.ys().isEmpty()
                ? x
                : x + ", " + spec.y() + " " + Numbers.brief(map.y().values().get(row));
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
        sentences.add("Ranges of the mean: "
                + panels.stream()
                        .sorted(Comparator.comparingDouble(
                                panel -> panel.highest().mean()))
                        .map(panel -> panel.title() + " "
                                + Numbers.fixed(panel.lowest().mean(), 2) + " to "
                                + Numbers.fixed(panel.highest().mean(), 2))
                        .collect(Collectors.joining(", "))
                + ".");
        String steady = rising.stream()
                .filter(panel -> includesZero(panel.alongX().orElseThrow().perStep()))
                .map(Panel::title)
                .collect(Collectors.joining(", "));
        if (!steady.isEmpty()) {
            sentences.add("The interval includes no change for " + steady + ".");
        }
        return String.join(" ", sentences);
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
