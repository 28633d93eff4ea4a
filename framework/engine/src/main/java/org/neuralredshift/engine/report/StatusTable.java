package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/** How many measurements have which status, in each group of networks and each null model. */
final class StatusTable {
    private StatusTable() {}

    static void write(Html html, ReportData data) {
        Study study = data.study();
        List<String> groups = groups(study);
        Map<List<String>, Map<String, Integer>> counts = new LinkedHashMap<>();
        NullModels nullModels = new NullModels(study);
        int ofANetwork = measurements(data);
        for (Observation observation : data.observations()) {
            List<String> group = nullModels
                    .of(observation)
                    .map(model -> nullModel(model, groups.size()))
                    .orElseGet(() -> group(observation, groups));
            // A network that failed altogether has one row, and no metric was measured.
            int measurements = observation.metric().isEmpty() ? ofANetwork : 1;
            counts.computeIfAbsent(group, key -> new LinkedHashMap<>())
                    .merge(observation.status(), measurements, Integer::sum);
        }
        // Only some tasks know these: elsewhere a column would say nothing.
        Set<String> rare = Set.of(Status.DIVERGED.id(), Status.NOT_FITTED.id());
        List<String> statuses = Stream.of(Status.values())
                .map(Status::id)
                .filter(status ->
                        !rare.contains(status) || counts.values().stream().anyMatch(count -> count.containsKey(status)))
                .toList();
        List<String> heads = new ArrayList<>(groups.isEmpty() ? List.of("") : groups);
        heads.add("measurements");
        heads.addAll(statuses);
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((group, byStatus) -> {
            List<String> row = new ArrayList<>(group);
            row.add(Integer.toString(
                    byStatus.values().stream().mapToInt(Integer::intValue).sum()));
            statuses.forEach(status -> row.add(Integer.toString(byStatus.getOrDefault(status, 0))));
            rows.add(row);
        });
        html.raw("<section>\n").element("h2", "Statuses");
        html.element(
                "p",
                "Counted in measurements: each metric of each network is one, and a network that failed before it was"
                        + " measured counts as failed for each metric. Only those with status ok enter means: a constant"
                        + " function, one that varies by rounding only, and one that overflows have no shape to measure.");
        html.table("", heads, rows).raw("</section>\n");
    }

    /** How many a network has that works: what the others have, or each metric at each stage if all failed. */
    private static int measurements(ReportData data) {
        long found = data.observations().stream()
                .map(Observation::metric)
                .filter(label -> !label.isEmpty())
                .distinct()
                .count();
        Study study = data.study();
        return Math.max(
                1,
                found > 0
                        ? (int) found
                        : study.metrics().size() * study.measured().stages().size());
    }

    /** What is swept in words, and numbers that each sweep of the study holds fixed: these tell kinds of network apart. */
    private static List<String> groups(Study study) {
        return study.swept().stream()
                .filter(name -> !FigureSpec.isNumeric(study, name)
                        || study.cellSets().stream()
                                .allMatch(
                                        set -> set.getOrDefault(name, List.of()).size() == 1))
                .toList();
    }

    private static List<String> group(Observation observation, List<String> groups) {
        return groups.isEmpty()
                ? List.of("all")
                : groups.stream()
                        .map(name -> Labels.value(observation.parameters().getOrDefault(name, "")))
                        .toList();
    }

    private static List<String> nullModel(Study.NullModel model, int columns) {
        List<String> row = new ArrayList<>(List.of("null model: " + model.name()));
        while (row.size() < columns) {
            row.add("");
        }
        return row;
    }
}
