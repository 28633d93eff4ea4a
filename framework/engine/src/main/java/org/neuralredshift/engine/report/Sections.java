package org.neuralredshift.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.store.Provenance;
import org.neuralredshift.engine.study.Study;

/** The parts of the page below the figures. */
final class Sections {
    private static final int MOST_VALUES = 24;

    private static final int MOST_NOTES = 50;

    private Sections() {}

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
        quantities(html, data);
        data(html, data.data());
        html.raw("</section>\n");
    }

    /** What networks learned from, in the words of the rows. */
    private static void data(Html html, List<String> notes) {
        List<List<String>> rows = notes.stream()
                .filter(note -> !note.isEmpty())
                .limit(MOST_NOTES)
                .map(List::of)
                .toList();
        if (!rows.isEmpty()) {
            html.table("Data", List.of("learned from"), rows);
        }
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

    private static void quantities(Html html, ReportData data) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode quantity : data.provenance().path("quantities")) {
            rows.add(List.of(
                    quantity.path("name").asText(),
                    quantity.path("unit").asText(),
                    quantity.path("help").asText()));
        }
        List<String> stages = data.study().measured().stages();
        if (!rows.isEmpty()) {
            html.table("What the task measures itself", List.of("quantity", "unit", "meaning"), rows);
        }
        if (stages.size() > 1) {
            html.element(
                    "p",
                    "Stages at which networks are measured: " + String.join(", ", stages)
                            + (stages.size() > 2 ? "; a number is that many steps." : "."));
        }
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
        String backend = decisive.path("backend").asText();
        rows.add(List.of(
                "backend",
                decisive.has(Provenance.FALLBACK)
                        ? backend + ", and where that could not "
                                + decisive.path(Provenance.FALLBACK).asText()
                        : backend));
        if (decisive.has(Provenance.MEASURED_ON)) {
            boolean backends = MeasuredOn.BACKEND
                    .id()
                    .equals(decisive.path(Provenance.MEASURED_ON).asText());
            rows.add(List.of(
                    "metrics measured on",
                    backends ? "the backend, those that have a graph; else the host" : "the host"));
        }
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
