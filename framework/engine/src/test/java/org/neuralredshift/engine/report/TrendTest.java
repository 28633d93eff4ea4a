package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

class TrendTest {
    private static FigureSpec spec() {
        return FigureSpec.read(Map.of("kind", "heatmap", "x", "magnitude", "y", "depth"), study());
    }

    private static Study study() {
        Study study = Synthetic.study(1, 2, 3, 3, List.of());
        return new Study(
                study.name(),
                "",
                "",
                study.task(),
                1,
                study.seeds(),
                Map.of(
                        "activation", List.<Object>of("relu"),
                        "depth", List.<Object>of(1L, 2L),
                        "magnitude", List.<Object>of(1.0, 10.0, 100.0)),
                study.metrics(),
                0,
                List.of());
    }

    /** Magnitudes 1, 10, 100 at depth 1 and 2; value = 0.2 per decade + 0.05 per layer + an offset of the seed. */
    private static Sweep sweep() {
        List<Observation> observations = new ArrayList<>();
        for (long depth = 1; depth <= 2; depth++) {
            for (int decade = 0; decade < 3; decade++) {
                Map<String, Object> parameters =
                        Map.of("activation", "relu", "depth", depth, "magnitude", Math.pow(10, decade));
                for (long seed = 0; seed < 3; seed++) {
                    double value = 0.2 * decade * (1 + 0.1 * (seed - 1)) + 0.05 * depth + seed;
                    observations.add(new Observation(parameters.toString(), parameters, seed, "fourier", "ok", value));
                }
            }
        }
        return new Sweep(study(), spec(), observations, new Labels(Map.of()));
    }

    @Test
    void theChangePerTenfoldIsFoundWithinSeedsWhateverTheirOffset() {
        Trend trend = Trend.alongX(sweep(), 0);
        assertTrue(trend.logarithmic());
        assertEquals(3, trend.perStep().count());
        assertEquals(0.2, trend.perStep().mean(), 1e-12);
        assertEquals(0.02, trend.perStep().deviation(), 1e-12);
        assertEquals(1, trend.rank().mean(), 1e-12);
    }

    @Test
    void twoPointsAreNoTrend() {
        assertEquals(0, Trend.alongY(sweep(), 0).perStep().count());
    }

    @Test
    void theSentenceIsMadeOfTheNumbers() {
        String sentence = new Findings(spec(), sweep()).sentence();
        // 4.303 · 0.02 / √3 = 0.050
        assertTrue(
                sentence.startsWith(
                        "Per tenfold magnitude, mean fourier changes by +0.200 (95 % interval +0.150 to +0.250)."),
                sentence);
    }
}
