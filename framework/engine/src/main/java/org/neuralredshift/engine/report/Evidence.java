package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.MetricCorrelation;
import org.neuralredshift.engine.claims.NullLevel;
import org.neuralredshift.engine.statistics.Bootstrap;
import org.neuralredshift.engine.store.Observations;

/** The parts of the page that are numbers with intervals: claims, correlations of the metrics, null models. */
final class Evidence {
    private static final String INTERVALS = "95 % bootstrap intervals";

    private Evidence() {}

    static void claims(Html html, ReportData data, List<ClaimResult> results) {
        if (!results.isEmpty()) {
            html.raw("<section>\n").element("h2", "What is claimed, and what was measured");
            ClaimsTable.write(html, results, ClaimsTable.names(data.study()));
            ClaimsTable.rule(html);
            html.raw("</section>\n");
        }
    }

    static void correlations(Html html, ReportData data) {
        List<MetricCorrelation> pairs = MetricCorrelation.of(data.study(), data.observations());
        if (pairs.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (MetricCorrelation pair : pairs) {
            rows.add(List.of(
                    pair.first() + " and " + pair.second(),
                    Estimates.text(pair.pearson(), 2),
                    Estimates.text(pair.spearman(), 2),
                    pair.networks() + " in " + pair.pearson().units() + " " + pair.units(),
                    Estimates.leftOut(pair.leftOut())));
        }
        html.raw("<section>\n").element("h2", "How the metrics go together");
        html.table(
                "Over all networks of the study; " + INTERVALS
                        + ", whole cells resampled (networks, if there are fewer than " + Bootstrap.FEWEST_UNITS
                        + " cells)",
                List.of("metrics", "Pearson's r", "Spearman's ρ", "networks", "left out"),
                rows);
        html.raw("</section>\n");
    }

    static void nullModels(Html html, ReportData data) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (NullLevel level : NullLevel.of(data.study(), data.observations())) {
            String leftOut = level.leftOut().isEmpty() ? "" : "; " + Estimates.leftOut(level.leftOut());
            rows.computeIfAbsent(level.model(), model -> new ArrayList<>(List.of(model)))
                    .add(Estimates.text(level.mean(), 3) + leftOut);
        }
        if (rows.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>(List.of("null model"));
        heads.addAll(Observations.measured(data.study().measures(), data.observations()));
        html.raw("<section>\n").element("h2", "Null models");
        html.table(
                "What each metric gives for null models: mean over "
                        + data.study().seeds().size() + " seeds, " + INTERVALS,
                heads,
                List.copyOf(rows.values()));
        html.raw("</section>\n");
    }
}
