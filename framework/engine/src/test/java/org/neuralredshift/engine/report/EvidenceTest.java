package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.Claims;
import org.neuralredshift.engine.claims.GroupResult;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

class EvidenceTest {
    private static final Map<String, Object> FLAT = Map.of(
            "claim",
            "ReLU <stays> simple",
            "source",
            "Figure 5",
            "metric",
            "fourier",
            "where",
            Map.of("function", List.of("network")),
            "effect",
            Map.of("of", "magnitude", "from", 1.0, "to", 10.0),
            "expect",
            "flat",
            "by",
            0.05);

    /** Networks measure 0.1 and 0.1 at two magnitudes, white noise 1: its rows must not enter the test. */
    private static ReportData data() {
        Study study = new Study(
                "s",
                "",
                "",
                "random-functions",
                1,
                List.of(0L, 1L, 2L, 3L, 4L),
                Map.of("function", List.of("network"), "magnitude", List.of(1.0, 10.0)),
                List.of(),
                List.of(new Study.NullModel(
                        "white-noise", Map.of("function", List.of("white-noise"), "magnitude", List.of(1.0)))),
                List.of("fourier", "lz78"),
                0,
                List.of(),
                List.of(FLAT));
        List<Observation> observations = new ArrayList<>();
        for (long seed = 0; seed < 5; seed++) {
            add(observations, "network", 1, seed, 0.1 + 0.01 * seed);
            add(observations, "network", 10, seed, 0.1 + 0.01 * seed);
            add(observations, "white-noise", 1, seed, 1);
        }
        return new ReportData(
                study, observations, Map.of(), new Labels(Map.of()), JsonNodeFactory.instance.objectNode());
    }

    private static void add(List<Observation> to, String function, double magnitude, long seed, double value) {
        Map<String, Object> parameters = Map.of("function", function, "magnitude", magnitude);
        String cell = function + magnitude;
        to.add(new Observation(cell, parameters, seed, "fourier", "ok", value));
        to.add(new Observation(cell, parameters, seed, "lz78", "ok", value * value));
    }

    @Test
    void aClaimStandsBesideItsMeasurementAndVerdict() {
        Html html = new Html();
        ReportData data = data();
        Evidence.claims(html, data(), Claims.test(data.study(), data.observations()));
        String page = html.toString();
        assertTrue(page.contains("ReLU &lt;stays&gt; simple</th><td>Figure 5</td>"), page);
        assertTrue(page.contains("fourier, from magnitude 1 to 10, changes by at most 0.05"), page);
        assertTrue(page.contains("<div>0.000 [0.000, 0.000], 5 seeds</div>"), page);
        assertTrue(page.contains("<span class=\"verdict holds\">holds</span>"), page);
        assertTrue(page.contains("across the edge"), page);
    }

    @Test
    void groupsAreCalledAsTheFiguresCallTheirValues() {
        ClaimResult result = Claims.test(data().study(), data().observations()).getFirst();
        GroupResult measured = result.groups().getFirst();
        GroupResult group = new GroupResult(
                "relu, parity[bits=8,relevant=3]", measured.estimate(), "seeds", 10, Map.of(), measured.verdict());
        Map<String, String> names = Map.of("parity[bits=8,relevant=3]", "3 of 8");
        assertTrue(Estimates.text(result, group, names).startsWith("relu, 3 of 8: "));
    }

    @Test
    void metricsAreCorrelatedOverNetworksOnly() {
        Html html = new Html();
        Evidence.correlations(html, data());
        String page = html.toString();
        assertTrue(page.contains("fourier and lz78</th>"), page);
        assertTrue(page.contains("10 in 10 networks"), page);
    }

    @Test
    void nullModelsHaveATableOfTheirOwn() {
        Html html = new Html();
        Evidence.nullModels(html, data());
        assertTrue(
                html.toString().contains("white-noise</th><td>1.000 [1.000, 1.000]</td><td>1.000 [1.000, 1.000]</td>"),
                html.toString());
    }

    @Test
    void nothingIsSaidOfAStudyWithoutClaims() {
        Html html = new Html();
        Evidence.claims(html, data(), List.of());
        assertEquals("", html.toString());
    }

    @Test
    void theOverviewLinksEveryStudyAndCountsTheVerdicts() {
        ReportData data = data();
        List<ClaimResult> results = Claims.test(data.study(), data.observations());
        String page = Overview.html(List.of(new Overview.Entry(Path.of("all/figure5"), data.study(), results)));
        assertTrue(page.contains("<a href=\"figure5/report.html\">s</a> (s: 10 networks, 5 seeds)"), page);
        assertTrue(page.contains("1 claims in 1 studies. Holds: 1. Holds in part: 0. Does not hold: 0."), page);
        assertTrue(page.contains("<span class=\"verdict holds\">holds</span>"), page);
    }

    @Test
    void whatWasNotMeasuredSaysWhy() {
        ReportData data = data();
        Study study = data.study();
        ClaimResult result = Claims.test(study, List.of()).getFirst();
        assertEquals(
                "nothing, the study has no such networks",
                Estimates.text(result, result.groups().getFirst()));
        List<Observation> few =
                data.observations().stream().filter(o -> o.seed() < 2).toList();
        result = Claims.test(study, few).getFirst();
        assertEquals(
                "0.000, 2 seeds, too few for an interval",
                Estimates.text(result, result.groups().getFirst()));
        assertFalse(result.groups().getFirst().estimate().hasInterval());
    }
}
