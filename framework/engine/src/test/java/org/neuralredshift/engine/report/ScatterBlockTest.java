package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

class ScatterBlockTest {
    private static final Study STUDY = new Study(
            "pairs",
            "",
            "",
            "t",
            1,
            List.of(0L, 1L, 2L, 3L),
            Map.of("function", List.of("network")),
            List.of(),
            List.of(
                    new Study.NullModel("white noise", Map.of("function", List.of("white-noise"))),
                    new Study.NullModel("silence", Map.of("function", List.of("silence")))),
            List.of("fourier", "dirichlet"),
            0,
            List.of(),
            List.of());

    private final List<Observation> observations = new ArrayList<>();

    private void add(String function, long seed, String metric, String status, double value) {
        observations.add(new Observation(function, Map.of("function", function), seed, metric, status, value));
    }

    private Block block() {
        ReportData data = new ReportData(
                STUDY, observations, Map.of(), new Labels(Map.of()), JsonNodeFactory.instance.objectNode());
        return new ScatterBlock(FigureSpec.read(Map.of("kind", "scatter"), STUDY), data, "f").block();
    }

    @Test
    void nullModelsBeyondAllNetworksAreSeen() {
        for (long seed : STUDY.seeds()) {
            add("network", seed, "fourier", "ok", 0.1 + 0.1 * seed);
            add("network", seed, "dirichlet", "ok", 2 + seed);
            add("white-noise", seed, "fourier", "ok", 1);
            add("white-noise", seed, "dirichlet", "ok", 90 + seed);
        }
        Block block = block();
        List<Scale> scales = block.scatter().orElseThrow().scales();
        assertInside(1, scales.get(0));
        assertInside(91.5, scales.get(1));
        assertTrue(block.html().contains("white noise"));
    }

    private static void assertInside(double value, Scale scale) {
        double position = scale.position(value);
        assertTrue(position > 0 && position < 1, value + " in " + scale);
    }

    @Test
    void aNullModelThatNoPanelCanShowIsNotInTheLegend() {
        add("network", 0, "fourier", "ok", 0.1);
        add("network", 0, "dirichlet", "ok", 2);
        add("silence", 0, "fourier", "ok", 0.3);
        add("silence", 0, "dirichlet", "constant", Double.NaN);
        Block block = block();
        assertFalse(block.html().contains("silence"), block.html());
        assertEquals(Map.of("f", 1), block.legends());
    }

    @Test
    void theCaptionCountsNetworksWithoutAValueByStatus() {
        add("network", 0, "fourier", "ok", 0.1);
        add("network", 0, "dirichlet", "ok", 2);
        add("network", 1, "fourier", "constant", Double.NaN);
        add("network", 1, "dirichlet", "constant", Double.NaN);
        add("network", 2, "fourier", "ok", 0.2);
        add("network", 2, "dirichlet", "rounding-noise", Double.NaN);
        add("network", 3, "", "failed", Double.NaN);
        add("white-noise", 0, "", "failed", Double.NaN);
        String counts = "Without a value of some metric: constant 1, failed 1, rounding-noise 1 of 4 networks.";
        assertTrue(block().html().contains(counts), block().html());
    }
}
