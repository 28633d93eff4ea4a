package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/** What the page says in tables of a study that has no numeric axis, or several kinds of network. */
class TablesTest {
    private static final String ACTIVATION = "activation";

    private static String page(
            Map<String, List<Object>> parameters,
            List<Map<String, List<Object>>> sweeps,
            List<String> metrics,
            List<Observation> observations) {
        Study study = new Study(
                "tables",
                "",
                "",
                "random-functions",
                1,
                List.of(0L, 1L),
                parameters,
                sweeps,
                List.of(new Study.NullModel("white noise", Map.of("function", List.of("white-noise")))),
                metrics,
                0,
                List.of(),
                List.of());
        ReportData data = new ReportData(
                study, observations, Map.of(), new Labels(Map.of()), JsonNodeFactory.instance.objectNode());
        return Page.html(data, List.of(), List.of(), List.of());
    }

    private static Observation observation(Map<String, Object> cell, long seed, String metric, double value) {
        String status = Double.isNaN(value) ? "constant" : "ok";
        return new Observation(cell.toString(), cell, seed, metric, status, value);
    }

    /** {@code <tr>...</tr>} of a table. */
    private static String row(String first, String... cells) {
        return "<tr><th scope=\"row\">" + first + "</th><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    @Test
    void aStudyThatSweepsNoNumberHasItsMeansInATable() {
        Map<String, Object> relu = Map.of(ACTIVATION, "relu", "function", "network");
        Map<String, Object> tanh = Map.of(ACTIVATION, "tanh", "function", "network");
        Map<String, Object> noise = Map.of(ACTIVATION, "relu", "function", "white-noise");
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put(ACTIVATION, List.of("relu", "tanh"));
        parameters.put("function", List.of("network"));
        String page = page(
                parameters,
                List.of(),
                List.of("fourier", "lz78"),
                List.of(
                        observation(relu, 0, "fourier", 0.1),
                        observation(relu, 0, "lz78", 0.7),
                        observation(relu, 1, "fourier", 0.3),
                        observation(relu, 1, "lz78", Double.NaN),
                        observation(tanh, 0, "fourier", Double.NaN),
                        observation(noise, 0, "fourier", 0.98)));
        // sd = 0.1414, n = 2: 12.706 · 0.1414 / √2 = 1.271
        assertTrue(page.contains(row("relu", "fourier", "0.200", "−1.071 to 1.471", "2", "")), page);
        assertTrue(page.contains(row("relu", "lz78", "0.700", "–", "1", "constant 1")), page);
        assertTrue(page.contains(row("tanh", "fourier", "–", "–", "0", "constant 1")), page);
        assertFalse(page.contains("<td>fourier</td><td>0.980</td>"), "null models stand apart");
    }

    @Test
    void aStudyWithoutASweepHasItsMeansToo() {
        Map<String, Object> cell = Map.of(ACTIVATION, "relu", "function", "network");
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put(ACTIVATION, List.of("relu"));
        parameters.put("function", List.of("network"));
        String page = page(parameters, List.of(), List.of("fourier"), List.of(observation(cell, 0, "fourier", 0.25)));
        assertTrue(page.contains(row("fourier", "0.250", "–", "1", "")), page);
    }

    @Test
    void statusesTellTheUnbiasedModelFromReluNetworks() {
        Map<String, List<Object>> parameters = new LinkedHashMap<>();
        parameters.put(ACTIVATION, List.of("relu"));
        parameters.put("depth", List.of(3L));
        parameters.put("encoding", List.of("none"));
        parameters.put("magnitude", List.of(1.0, 2.0));
        parameters.put("function", List.of("network"));
        Map<String, Object> relu =
                Map.of(ACTIVATION, "relu", "depth", 3L, "encoding", "none", "magnitude", 1.0, "function", "network");
        Map<String, Object> steep =
                Map.of(ACTIVATION, "relu", "depth", 3L, "encoding", "none", "magnitude", 2.0, "function", "network");
        Map<String, Object> unbiased = Map.of(
                ACTIVATION,
                "relu",
                "depth",
                0L,
                "encoding",
                "fourier-lattice",
                "magnitude",
                1.0,
                "function",
                "network");
        Map<String, Object> noise = Map.of(
                ACTIVATION, "relu", "depth", 3L, "encoding", "none", "magnitude", 1.0, "function", "white-noise");
        String page = page(
                parameters,
                List.of(Map.of(), Map.of("depth", List.of(0L), "encoding", List.of("fourier-lattice"))),
                List.of("fourier"),
                List.of(
                        observation(relu, 0, "fourier", 0.1),
                        observation(steep, 0, "fourier", Double.NaN),
                        observation(unbiased, 0, "fourier", 0.9),
                        observation(noise, 0, "fourier", 0.98)));
        assertTrue(page.contains(row("3", "none", "2", "1", "1", "0", "0", "0")), page);
        assertTrue(page.contains(row("0", "fourier-lattice", "1", "1", "0", "0", "0", "0")), page);
        assertTrue(page.contains(row("null model: white noise", "", "1", "1", "0", "0", "0", "0")), page);
    }
}
