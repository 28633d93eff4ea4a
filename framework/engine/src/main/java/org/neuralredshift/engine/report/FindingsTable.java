package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.study.FigureSpec;

/** The numbers behind the sentence. */
final class FindingsTable {
    private static final int MOST_ROWS = 12;

    private FindingsTable() {}

    /**
     * Writes the table.
     *
     * @param folded whether a reader must ask to see it, as for one who sees many lines
     */
    static void write(Html html, FigureSpec spec, Findings findings, boolean folded) {
        if (findings.panels().isEmpty()) {
            return;
        }
        Findings.Panel first = findings.panels().getFirst();
        List<String> heads = new ArrayList<>(List.of(spec.panel(), "lowest mean", "highest mean"));
        heads(heads, first.alongX(), spec.x());
        heads(heads, first.alongY(), spec.y());
        List<List<String>> rows = new ArrayList<>();
        for (Findings.Panel panel : findings.panels()) {
            List<String> row = new ArrayList<>();
            row.add(panel.title());
            row.add(extreme(panel.lowest()));
            row.add(extreme(panel.highest()));
            panel.alongX().ifPresent(trend -> cells(row, trend));
            panel.alongY().ifPresent(trend -> cells(row, trend));
            rows.add(row);
        }
        boolean many = folded || rows.size() > MOST_ROWS;
        html.raw(many ? "<details>\n<summary>" + summary(rows.size(), folded, spec) + "</summary>\n" : "");
        html.table(
                spec.metric()
                        + ": change per step and Spearman's ρ, computed per seed within each value of the other axis, "
                        + "mean and 95 % interval over seeds",
                heads,
                rows);
        html.raw(many ? "</details>\n" : "");
    }

    private static String summary(int lines, boolean folded, FigureSpec spec) {
        return "Numbers of " + lines + " lines" + (folded ? " of " + spec.metric() : "");
    }

    private static void heads(List<String> heads, Optional<Trend> trend, String parameter) {
        trend.ifPresent(t -> {
            heads.add("per " + Findings.step(t, parameter));
            heads.add("ρ with " + parameter);
        });
    }

    private static void cells(List<String> row, Trend trend) {
        row.add(withInterval(trend.perStep(), 3, Double.POSITIVE_INFINITY));
        row.add(withInterval(trend.rank(), 2, 1));
    }

    private static String extreme(Findings.Extreme extreme) {
        return Numbers.fixed(extreme.mean(), 3) + " at " + extreme.place();
    }

    /** A mean with its interval, which is cut where the quantity ends. */
    private static String withInterval(Summary summary, int decimals, double bound) {
        if (summary.count() == 0) {
            return "–";
        }
        String mean = Numbers.fixed(summary.mean(), decimals);
        return summary.count() == 1
                ? mean
                : mean + " [" + Numbers.fixed(Math.max(-bound, summary.low()), decimals) + ", "
                        + Numbers.fixed(Math.min(bound, summary.high()), decimals) + "]";
    }
}
