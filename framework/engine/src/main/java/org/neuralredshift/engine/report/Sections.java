package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/** The parts of the page below the figures. */
final class Sections {
    private static final int MOST_VALUES = 24;
    private static final String NETWORKS = "networks";

    private Sections() {}

    /** How many networks there are and how many measurements have which status, for each value of the panel's parameter. */
    static void statuses(Html html, ReportData data) {
        Study study = data.study();
        String group = study.swept().stream()
                .filter(name -> study.values(name).getFirst() instanceof String)
                .findFirst()
                .orElse("");
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        NullModels nullModels = new NullModels(study);
        Observation previous = null;
        for (Observation observation : data.observations()) {
            String key = nullModels
                    .of(observation)
                    .map(model -> "null model: " + model.name())
                    .orElse(
                            group.isEmpty()
                                    ? "all"
                                    : Labels.value(observation.parameters().getOrDefault(group, "")));
            Map<String, Integer> count = counts.computeIfAbsent(key, k -> new LinkedHashMap<>());
            if (previous == null || !observation.isOfNetworkOf(previous)) {
                count.merge(NETWORKS, 1, Integer::sum);
            }
            // A network that failed altogether has one row, and no metric was measured.
            int measurements =
                    observation.metric().isEmpty() ? Math.max(1, study.metrics().size()) : 1;
            count.merge(observation.status(), measurements, Integer::sum);
            previous = observation;
        }
        List<String> columns = new ArrayList<>(List.of(NETWORKS));
        Stream.of(Status.values()).map(Status::id).forEach(columns::add);
        List<String> heads = new ArrayList<>(List.of(group));
        heads.addAll(columns);
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((key, byStatus) -> {
            List<String> row = new ArrayList<>(List.of(key));
            columns.forEach(column -> row.add(Integer.toString(byStatus.getOrDefault(column, 0))));
            rows.add(row);
        });
        html.raw("<section>\n").element("h2", "Statuses");
        html.element(
                "p",
                "Each metric of each network is one measurement; a network that failed before it was measured counts as"
                        + " failed for each metric. Only those with status ok enter means: a constant function, one"
                        + " that varies by rounding only, and one that overflows have no shape to measure.");
        html.table("", heads, rows).raw("</section>\n");
    }

    /** The study with every parameter, and who chose it. */
    static void run(Html html, ReportData data) {
        Study study = data.study();
        html.raw("<section>\n")
                .element("h2", "What was run, and what is assumed")
                .element("p", study.description());
        html.element(
                "p",
                "Study %s, task %s: %d cells × %d seeds = %d networks; study seed %d."
                        .formatted(
                                study.name(),
                                study.task(),
                                study.cells(),
                                study.seeds().size(),
                                study.networks(),
                                study.seed()));
        html.element(
                "p",
                "Chosen by paper: the paper says so. Assumed: this program chose where the paper is silent. Set: the study"
                        + " file or the command line chose.");
        List<List<String>> rows = new ArrayList<>();
        study.parameters().forEach((name, values) -> {
            JsonNode entry = entry(data.provenance().path("parameters"), name);
            rows.add(List.of(
                    data.labels().of(name),
                    values(values),
                    entry.path("origin").asText(),
                    entry.path("help").asText()));
        });
        html.table("Networks", List.of("parameter", "value", "chosen by", "meaning"), rows);
        metrics(html, data.provenance().path("metrics"));
        html.raw("</section>\n");
    }

    private static void metrics(Html html, JsonNode metrics) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode metric : metrics) {
            String label = metric.path("label").asText() + ", revision "
                    + metric.path("revision").asText();
            if (metric.path("parameters").isEmpty()) {
                rows.add(List.of(label, "none", "", ""));
            }
            for (JsonNode parameter : metric.path("parameters")) {
                rows.add(List.of(
                        label,
                        parameter.path("name").asText(),
                        parameter.path("value").asText(),
                        parameter.path("origin").asText()));
            }
        }
        html.table("Metrics", List.of("metric", "parameter", "value", "chosen by"), rows);
    }

    private static JsonNode entry(JsonNode entries, String name) {
        for (JsonNode entry : entries) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    private static String values(List<Object> values) {
        String shown = values.stream().limit(MOST_VALUES).map(Numbers::brief).collect(Collectors.joining(", "));
        return values.size() > MOST_VALUES ? shown + ", … (" + values.size() + " values)" : shown;
    }

    /** What decides the rows. Times and machines stay in the file, so that equal rows give an equal page. */
    static void provenance(Html html, ReportData data) {
        ObjectNode decisive = data.provenance().deepCopy();
        decisive.remove("runs");
        html.raw("<section>\n").element("h2", "Provenance");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("backend", decisive.path("backend").asText()));
        decisive.path("extensions")
                .properties()
                .forEach(entry -> rows.add(
                        List.of(entry.getKey(), "revision " + entry.getValue().asText())));
        html.table("", List.of("plugin", ""), rows);
        html.element(
                "p",
                "When and on which machine each part was computed, with the checksums of plugins, is in provenance.json beside"
                        + " this page. nrs run study.yaml repeats the study; nrs report makes this page again from the rows.");
        html.raw("<details>\n<summary>What decides the rows, as JSON</summary>\n<pre>")
                .text(decisive.toPrettyString())
                .raw("</pre>\n</details>\n</section>\n");
    }
}
