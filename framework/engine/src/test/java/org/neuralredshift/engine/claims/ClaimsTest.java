package org.neuralredshift.engine.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.statistics.Estimate;

class ClaimsTest {
    private static final Map<String, Object> FROM_1_TO_10 = Map.of("of", "magnitude", "from", 1.0, "to", 10.0);

    /** Seeds differ by far more than the effect of 0.2, which is the same in each: only pairs can see it. */
    private static Rows steady() {
        return new Rows()
                .cell("tanh", 1, 0.1, 0.3, 0.5, 0.7, 0.9)
                .cell("tanh", 10, 0.3, 0.5, 0.7, 0.9, 1.1)
                .cell("relu", 1, 0.1, 0.1, 0.1, 0.1, 0.1)
                .cell("relu", 10, 0.1, 0.1, 0.1, 0.1, 0.1);
    }

    private static Map<String, Object> effect(String expect, double by, Object... activations) {
        return Map.of(
                "where",
                Map.of("activation", List.of(activations)),
                "effect",
                FROM_1_TO_10,
                "expect",
                expect,
                "by",
                by);
    }

    @Test
    void effectsArePairedBySeed() {
        ClaimResult result = steady().test(effect("rises", 0.1, "tanh"));
        GroupResult tanh = result.groups().getFirst();
        assertEquals(0.2, tanh.estimate().value(), 1e-12);
        assertEquals(0.2, tanh.estimate().low(), 1e-12);
        assertEquals(5, tanh.estimate().units());
        assertEquals("seeds", tanh.units());
        assertEquals(Verdict.HOLDS, result.verdict());
        assertEquals(
                "fourier, from magnitude 1 to 10, rises by more than 0.1; of activation tanh",
                result.claim().expectation());
    }

    @Test
    void anIntervalOutsideOfTheRegionDoesNotHold() {
        assertEquals(
                Verdict.DOES_NOT_HOLD,
                steady().test(effect("rises", 0.3, "tanh")).verdict());
        assertEquals(
                Verdict.DOES_NOT_HOLD, steady().test(effect("falls", 0, "tanh")).verdict());
        assertEquals(
                Verdict.DOES_NOT_HOLD,
                steady().test(effect("flat", 0.1, "tanh")).verdict());
        assertEquals(
                Verdict.DOES_NOT_HOLD, steady().test(effect("rises", 0, "relu")).verdict());
        assertEquals(
                Verdict.DOES_NOT_HOLD,
                steady().test(effect("does-not-rise", 0.1, "tanh")).verdict());
    }

    @Test
    void whatMustNotRiseMayFallOrStay() {
        assertEquals(
                Verdict.HOLDS,
                steady().test(effect("does-not-rise", 0.01, "relu")).verdict());
        assertEquals(
                Verdict.HOLDS,
                steady().test(effect("does-not-rise", 0.3, "tanh")).verdict());
        assertEquals(
                Verdict.HOLDS,
                steady().test(effect("does-not-fall", 0.01, "tanh")).verdict());
    }

    @Test
    void anIntervalAcrossTheEdgeHoldsInPart() {
        Rows rows = new Rows().cell("tanh", 1, 0, 0, 0, 0, 0).cell("tanh", 10, -0.1, 0, 0.1, 0.2, 0.3);
        ClaimResult result = rows.test(effect("rises", 0, "tanh"));
        Estimate estimate = result.groups().getFirst().estimate();
        assertTrue(estimate.low() < 0 && estimate.high() > 0.1, estimate.toString());
        assertEquals(Verdict.HOLDS_IN_PART, result.verdict());
        assertEquals(
                Verdict.HOLDS_IN_PART, rows.test(effect("flat", 0.1, "tanh")).verdict());
        assertEquals(Verdict.HOLDS, rows.test(effect("flat", 0.31, "tanh")).verdict());
    }

    @Test
    void everyListedValueIsAGroupAndAllMustHold() {
        ClaimResult result = steady().test(effect("rises", 0.1, "tanh", "relu"));
        assertEquals(
                List.of("tanh", "relu"),
                result.groups().stream().map(GroupResult::group).toList());
        assertEquals(Verdict.HOLDS, result.groups().get(0).verdict());
        assertEquals(Verdict.DOES_NOT_HOLD, result.groups().get(1).verdict());
        assertEquals(Verdict.HOLDS_IN_PART, result.verdict());
    }

    @Test
    void aGroupThatWasNotMeasuredKeepsAClaimFromHolding() {
        assertEquals(
                Verdict.HOLDS_IN_PART,
                steady().test(effect("rises", 0.1, "tanh", "sine")).verdict());
        assertEquals(
                Verdict.NOT_MEASURED,
                steady().test(effect("rises", 0.1, "sine")).verdict());
    }

    @Test
    void whatHasNoValueIsLeftOutWithItsCounterpartAndCounted() {
        double none = Double.NaN;
        Rows rows = new Rows()
                .cell("tanh", 1, 0, 0, 0, 0, none, 0, 0)
                .cell("tanh", 10, 0.2, 0.2, 0.2, 0.2, 9, none)
                .failed("tanh", 10, 7);
        ClaimResult result = rows.test(effect("rises", 0.1, "tanh"));
        GroupResult tanh = result.groups().getFirst();
        assertEquals(Map.of("constant", 2, "without a counterpart", 2), tanh.leftOut());
        assertEquals(4, tanh.measurements());
        // Four seeds are too few for an interval.
        assertEquals(0.2, tanh.estimate().value(), 1e-12);
        assertFalse(tanh.estimate().hasInterval());
        assertEquals(Verdict.NOT_MEASURED, result.verdict());
    }

    @Test
    void cellsThatTheClaimDoesNotTellApartAreAveragedWithinEachSeed() {
        Rows rows = steady().cell("tanh", 5, 7, 7, 7, 7, 7);
        ClaimResult result = rows.test(Map.of("effect", FROM_1_TO_10, "expect", "rises"));
        GroupResult all = result.groups().getFirst();
        assertEquals("", all.group());
        assertEquals(0.1, all.estimate().value(), 1e-12); // (0.2 + 0) / 2
        assertEquals(5, all.estimate().units());
        assertEquals(10, all.measurements());
    }

    @Test
    void anEffectMayBeOfAWord() {
        Map<String, Object> activation = Map.of("of", "activation", "from", "relu", "to", "tanh");
        ClaimResult result = new Rows()
                .cell("relu", 1, 1, 2, 3, 4, 5)
                .cell("tanh", 1, 2, 3, 4, 5, 6)
                .test(Map.of("effect", activation, "expect", "rises", "by", 0.9));
        assertEquals(1, result.groups().getFirst().estimate().value());
        assertEquals(Verdict.HOLDS, result.verdict());
    }

    @Test
    void levelsAreMeansOverSeeds() {
        Map<String, Object> where = Map.of("activation", List.of("tanh"), "magnitude", List.of(1.0));
        Map<String, Object> near = Map.of("expect", "near", "than", 0.5, "by", 0.6);
        ClaimResult result = steady().test(Map.of("where", where, "level", near));
        assertEquals(0.5, result.groups().getFirst().estimate().value(), 1e-12);
        assertEquals(Verdict.HOLDS, result.verdict());
        assertEquals(
                "mean fourier is within 0.6 of 0.5; of activation tanh, magnitude 1",
                result.claim().expectation());
        Map<String, Object> above = Map.of("expect", "above", "than", 0.95);
        assertEquals(
                Verdict.DOES_NOT_HOLD,
                steady().test(Map.of("where", where, "level", above)).verdict());
    }

    @Test
    void correlationsAreOfNetworksThatBothMetricsMeasured() {
        Rows rows = new Rows();
        for (int cell = 0; cell < 6; cell++) {
            Map<String, Object> parameters = Map.of("magnitude", (double) cell);
            rows.cell(parameters, "fourier", cell, cell + 0.5, Double.NaN);
            rows.cell(parameters, "lz78", cell * cell, (cell + 0.5) * (cell + 0.5), 3);
        }
        Map<String, Object> spearman = Map.of("with", "lz78", "expect", "above", "than", 0.9);
        GroupResult group = rows.test(Map.of("correlation", spearman)).groups().getFirst();
        assertEquals(1, group.estimate().value(), 1e-12);
        assertEquals("cells", group.units());
        assertEquals(6, group.estimate().units());
        assertEquals(12, group.measurements());
        assertEquals(Map.of("constant", 6), group.leftOut());
        assertEquals(Verdict.HOLDS, group.verdict());
        Map<String, Object> pearson =
                Map.of("with", "lz78", "coefficient", "pearson", "expect", "above", "than", 0.999);
        // x = 0, 0.5, ..., 5.5 against x²: r = 0.96353 by NumPy.
        assertEquals(
                0.96353,
                rows.test(Map.of("correlation", pearson))
                        .groups()
                        .getFirst()
                        .estimate()
                        .value(),
                5e-6);
    }
}
