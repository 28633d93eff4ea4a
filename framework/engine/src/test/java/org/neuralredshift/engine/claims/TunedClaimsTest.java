package org.neuralredshift.engine.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims about the best value of a parameter, and about stages. */
class TunedClaimsTest {
    private static final double[] PREFACTORS = {0.25, 0.5, 1, 2, 4, 8};

    private static Map<String, Object> cell(String activation, double prefactor) {
        return Map.of("activation", activation, "prefactor", prefactor);
    }

    /** Accuracy 1 - (log2 prefactor - peak)² / 100 + seed / 1000. */
    private static Rows parabolas(Map<String, Double> peaks) {
        Rows rows = new Rows();
        peaks.forEach((activation, peak) -> {
            for (double prefactor : PREFACTORS) {
                double off = Math.log(prefactor) / Math.log(2) - peak;
                rows.cell(
                        cell(activation, prefactor),
                        "fourier",
                        IntStream.range(0, 6)
                                .mapToDouble(seed -> 1 - off * off / 100 + seed / 1000.0)
                                .toArray());
            }
        });
        return rows;
    }

    @Test
    void theBestIsJudgedBySeedsThatDidNotChooseIt() {
        // Even seeds like 1, odd ones 2: who chose on all seeds would report 0.5 or more.
        Rows rows = new Rows()
                .cell(cell("tanh", 1), "fourier", 1, 0, 1, 0, 1, 0)
                .cell(cell("tanh", 2), "fourier", 0, 0.9, 0, 0.9, 0, 0.9);
        GroupResult group = rows.test(Map.of("best", "prefactor", "level", Map.of("expect", "above", "than", 0.4)))
                .groups()
                .getFirst();
        assertEquals(0, group.estimate().value());
        assertEquals(6, group.estimate().units());
        assertEquals(Verdict.DOES_NOT_HOLD, group.verdict());
    }

    @Test
    void aValueAtWhichAChoosingSeedHasNoNumberIsNotTheBest() {
        double none = Double.NaN;
        Rows rows = new Rows()
                .cell(cell("tanh", 1), "fourier", 0.5, 0.6, 0.5, 0.6, 0.5, 0.6)
                .cell(cell("tanh", 2), "fourier", 1, 1, none, none, 1, 1);
        ClaimResult level = rows.test(Map.of("best", "prefactor", "level", Map.of("expect", "above", "than", 0.8)));
        assertEquals(0.55, level.groups().getFirst().estimate().value(), 1e-12);
    }

    /** At 0.25, which the choosing seeds find as good as the plateau from 2 to 8, a seed of the other half is bad. */
    @Test
    void ofEquallyGoodValuesTheMiddleOneIsTheBest() {
        Rows rows = new Rows()
                .cell(cell("tanh", 0.25), "fourier", 0.2, 1, 0.2, 1, 0.2, 1)
                .cell(cell("tanh", 1), "fourier", 0.5, 0.6, 0.5, 0.6, 0.5, 0.6)
                .cell(cell("tanh", 2), "fourier", 0.9, 1, 0.9, 1, 0.9, 1)
                .cell(cell("tanh", 4), "fourier", 1, 1, 1, 1, 1, 1)
                .cell(cell("tanh", 8), "fourier", 0.9, 1, 0.9, 1, 0.9, 1);
        ClaimResult level = rows.test(Map.of("best", "prefactor", "level", Map.of("expect", "above", "than", 0.8)));
        assertEquals(0.95, level.groups().getFirst().estimate().value(), 1e-12);
    }

    @Test
    void whereHalvesAgreeTheBestIsTheMeanThere() {
        Rows rows = new Rows()
                .cell(cell("tanh", 1), "fourier", 0.5, 0.6, 0.5, 0.6, 0.5, 0.6)
                .cell(cell("tanh", 2), "fourier", 0.9, 0.8, 0.9, 0.8, 0.9, 0.8)
                .cell(cell("relu", 1), "fourier", 0.7, 0.7, 0.7, 0.7, 0.7, 0.7)
                .cell(cell("relu", 2), "fourier", 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        ClaimResult level = rows.test(Map.of(
                "best",
                List.of("prefactor"),
                "where",
                Map.of("activation", "tanh"),
                "level",
                Map.of("expect", "above", "than", 0.8)));
        assertEquals(0.85, level.groups().getFirst().estimate().value(), 1e-12);
        ClaimResult effect = rows.test(Map.of(
                "best",
                "prefactor",
                "effect",
                Map.of("of", "activation", "from", "relu", "to", "tanh"),
                "expect",
                "rises"));
        assertEquals(0.15, effect.groups().getFirst().estimate().value(), 1e-12);
        assertEquals(
                "fourier at the best prefactor, from activation relu to tanh, rises by more than 0",
                effect.claim().expectation());
    }

    @Test
    void anEffectCanGoFromTheBestValueToAnother() {
        // The best is at 2 for all seeds: from there to 4 the metric falls by 0.5 and from 1 to it rises by 0.3.
        Rows rows = new Rows()
                .cell(cell("tanh", 1), "fourier", 0.6, 0.5, 0.6, 0.5, 0.6, 0.5)
                .cell(cell("tanh", 2), "fourier", 0.9, 0.8, 0.9, 0.8, 0.9, 0.8)
                .cell(cell("tanh", 4), "fourier", 0.4, 0.3, 0.4, 0.3, 0.4, 0.3);
        ClaimResult fall = rows.test(Map.of(
                "best",
                "prefactor",
                "effect",
                Map.of("of", "prefactor", "from", "best", "to", 4.0),
                "expect",
                "falls"));
        assertEquals(-0.5, fall.groups().getFirst().estimate().value(), 1e-12);
        assertEquals(Verdict.HOLDS, fall.verdict());
        assertEquals(
                "fourier, from the best prefactor to prefactor 4, falls by more than 0",
                fall.claim().expectation());
        ClaimResult rise = rows.test(Map.of(
                "best",
                "prefactor",
                "effect",
                Map.of("of", "prefactor", "from", 1.0, "to", "best"),
                "expect",
                "rises"));
        assertEquals(0.3, rise.groups().getFirst().estimate().value(), 1e-12);
        assertEquals(
                "fourier, from prefactor 1 to the best prefactor, rises by more than 0",
                rise.claim().expectation());
    }

    @Test
    void thePeakIsThatOfTheFit() {
        Rows rows = parabolas(Map.of("tanh", 1.3));
        GroupResult group = rows.test(Map.of(
                        "peak",
                        Map.of("of", "prefactor", "fit", "quadratic"),
                        "level",
                        Map.of("expect", "near", "than", 2.5, "by", 0.1)))
                .groups()
                .getFirst();
        assertEquals(Math.pow(2, 1.3), group.estimate().value(), 1e-9);
        assertEquals(36, group.measurements());
        assertEquals(Verdict.HOLDS, group.verdict());
    }

    @Test
    void thePeakOfTheMeansIsOneOfTheValues() {
        Rows rows = parabolas(Map.of("tanh", 1.3));
        assertEquals(
                2,
                rows.test(Map.of(
                                "peak",
                                Map.of("of", "prefactor", "fit", "none"),
                                "level",
                                Map.of("expect", "above", "than", 1)))
                        .groups()
                        .getFirst()
                        .estimate()
                        .value(),
                1e-9);
    }

    @Test
    void aPeakBeyondTheRangeIsItsEnd() {
        Rows rows = parabolas(Map.of("tanh", 9.0));
        assertEquals(
                8,
                rows.test(Map.of(
                                "peak",
                                Map.of("of", "prefactor", "fit", "quadratic"),
                                "level",
                                Map.of("expect", "above", "than", 1)))
                        .groups()
                        .getFirst()
                        .estimate()
                        .value(),
                1e-9);
    }

    @Test
    void theChangeOfAPeakIsToldInDoublings() {
        Map<String, Double> peaks = new LinkedHashMap<>(Map.of("tanh", 0.5));
        peaks.put("sine", 2.0);
        ClaimResult result = parabolas(peaks)
                .test(Map.of(
                        "peak",
                        Map.of("of", "prefactor", "fit", "quadratic"),
                        "effect",
                        Map.of("of", "activation", "from", "tanh", "to", "sine"),
                        "expect",
                        "rises",
                        "by",
                        1));
        assertEquals(1.5, result.groups().getFirst().estimate().value(), 1e-9);
        assertEquals(Verdict.HOLDS, result.verdict());
        assertTrue(result.claim().expectation().startsWith("doublings of prefactor at the peak"));
    }

    @Test
    void stagesAreComparedWithinANetwork() {
        Rows rows = new Rows()
                .cell(cell("tanh", 1), "fourier@initial", 0.1, 0.2, 0.3, 0.4, 0.5, Double.NaN)
                .cell(cell("tanh", 1), "fourier", 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        GroupResult group = rows.test(Map.of(
                        "effect",
                        Map.of("of", "stage", "from", "initial", "to", "final"),
                        "expect",
                        "rises",
                        "by",
                        0.2))
                .groups()
                .getFirst();
        assertEquals(0.3, group.estimate().value(), 1e-12);
        assertEquals(Map.of("constant", 1), group.leftOut());
        assertEquals(Verdict.HOLDS, group.verdict());
    }
}
