package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

class LineBlockTest {
    private static final Study STUDY = SmallMultiples.study(3, List.of(SmallMultiples.LINES));
    private static final ReportData DATA = SmallMultiples.data(STUDY);
    private static final FigureSpec SPEC = FigureSpec.read(SmallMultiples.LINES, STUDY);

    private static Sweep sweep() {
        return new Sweep(STUDY, SPEC, DATA.observations(), DATA.labels());
    }

    @Test
    void eachSweepOfAnActivationIsAPanelWithItsOwnRange() {
        Sweep sweep = sweep();
        List<String> titles = java.util.stream.IntStream.range(0, sweep.panelCount())
                .mapToObj(sweep::title)
                .toList();
        assertEquals(List.of("relu", "gelu", "swish", "selu", "tanh", "gaussian", "sine", "unbiased model"), titles);
        assertEquals(10.0, sweep.x(0).values().getLast());
        assertEquals(50.0, sweep.x(4).values().getLast());
    }

    @Test
    void linesAreNamedByWhatIsNotTheDefault() {
        Sweep sweep = sweep();
        List<String> lines = sweep.ys().values().stream().map(sweep::yLabel).toList();
        assertEquals(
                List.of("MLP", "+ gating", "+ residual", "+ layer norm", "+ layer norm, scaled weights+biases"), lines);
        assertEquals(5, sweep.y(0).size());
        assertEquals(4, sweep.y(4).size());
        assertEquals(1, sweep.y(7).size());
    }

    @Test
    void nullModelsAreLevelsAndEnterNoMean() {
        Sweep sweep = sweep();
        assertEquals(List.of("white noise", "linear function", "step function"), sweep.references());
        assertEquals(1, sweep.reference(0, "white noise").summary().mean(), 0.1);
        // Null models lie at the defaults, as the relu network of magnitude 1 does.
        assertEquals(3, sweep.observations(0, 0, 0).size());
        assertTrue(sweep.heatMap(0).cell(0, 0).summary().mean() < 0.3);
    }

    @Test
    void nullModelsAreThoseOfThePanelsGrid() {
        Study grids = new Study(
                "grids",
                "",
                "",
                "t",
                1,
                List.of(0L),
                Map.of("grid", List.of(32L, 64L), "magnitude", List.of(1.0, 2.0), "function", List.of("network")),
                List.of(),
                List.of(new Study.NullModel(
                        "noise", Map.of("function", List.of("white-noise"), "grid", List.of(32L, 64L)))),
                List.of("fourier"),
                0,
                List.of(),
                List.of());
        List<Observation> observations = new ArrayList<>();
        for (long grid : new long[] {32, 64}) {
            for (double magnitude : new double[] {1, 2}) {
                observations.add(observation(Map.of("grid", grid, "magnitude", magnitude, "function", "network"), 0.5));
            }
            observations.add(
                    observation(Map.of("grid", grid, "magnitude", 1.0, "function", "white-noise"), grid / 100.0));
        }
        FigureSpec spec = FigureSpec.read(Map.of("kind", "lines", "panel", "grid", "lines", List.of()), grids);
        Sweep sweep = new Sweep(grids, spec, observations, new Labels(Map.of()));
        assertEquals(0.32, sweep.reference(0, "noise").summary().mean());
        assertEquals(0.64, sweep.reference(1, "noise").summary().mean());
    }

    @Test
    void levelsBeyondAllCurvesAreInsideThePanel() {
        Study study = new Study(
                "beyond",
                "",
                "",
                "t",
                1,
                List.of(0L),
                Map.of("magnitude", List.of(1.0, 2.0), "function", List.of("network")),
                List.of(),
                List.of(new Study.NullModel("noise", Map.of("function", List.of("white-noise")))),
                List.of("fourier"),
                0,
                List.of(),
                List.of());
        List<Observation> observations = List.of(
                observation(Map.of("magnitude", 1.0, "function", "network"), 0.4),
                observation(Map.of("magnitude", 2.0, "function", "network"), 0.5),
                observation(Map.of("magnitude", 1.0, "function", "white-noise"), 30));
        ReportData data = new ReportData(
                study, observations, Map.of(), new Labels(Map.of()), JsonNodeFactory.instance.objectNode());
        FigureSpec spec = FigureSpec.read(Map.of("kind", "lines"), study);
        String html = new LineBlock(spec, data, "f").block().html();
        Matcher level = Pattern.compile("id='fp0rh-0-0'[^>]* y='([-0-9.]+)'").matcher(html);
        assertTrue(level.find(), html);
        assertTrue(Double.parseDouble(level.group(1)) > 0, level.group());
    }

    /** The page of three networks at each of two magnitudes, whose values differ by far more than their mean. */
    private static String scattered(double largest) {
        Study study = new Study(
                "shares",
                "",
                "",
                "t",
                1,
                List.of(0L, 1L, 2L),
                Map.of("magnitude", List.of(10.0, 20.0)),
                List.of(),
                List.of(),
                List.of("fourier"),
                0,
                List.of(),
                List.of());
        List<Observation> observations = new ArrayList<>();
        for (double magnitude : new double[] {10, 20}) {
            Map<String, Object> cell = Map.of("magnitude", magnitude);
            double[] values = {largest, largest, 0.4};
            for (int seed = 0; seed < 3; seed++) {
                observations.add(new Observation(cell.toString(), cell, seed, "fourier", "ok", values[seed]));
            }
        }
        ReportData data = new ReportData(
                study, observations, Map.of(), new Labels(Map.of()), JsonNodeFactory.instance.objectNode());
        FigureSpec spec = FigureSpec.read(
                Map.of("kind", "lines", "names", Map.of("fourier", "complexity"), "lines", List.of()), study);
        return new LineBlock(spec, data, "f").block().html();
    }

    @Test
    void anAxisEndsAtOneIfNothingAboveOneWasMeasured() {
        // 0.8 ± 0.86, and with 1.1 instead of 1 an interval that reaches 1.87.
        assertTrue(scattered(1.1).contains(">1.5<"));
        assertFalse(scattered(1).contains(">1.5<"));
        assertTrue(scattered(1).contains(">0.8<"));
    }

    @Test
    void anAxisIsCalledAsTheFigureCallsTheQuantity() {
        assertTrue(scattered(1).contains(">complexity<"));
    }

    private static Observation observation(Map<String, Object> parameters, double value) {
        return new Observation(parameters.toString(), parameters, 0, "fourier", "ok", value);
    }

    @Test
    void captionsTellSeedsAndWhatWasLeftOutByStatus() {
        Block block = new LineBlock(SPEC, DATA, "f").block();
        long overflows = DATA.observations().stream()
                .filter(o -> o.metric().equals("fourier") && o.status().equals("overflow"))
                .count();
        assertTrue(overflows > 0);
        String words = "mean over 3 networks each; bands: 95 % interval of the mean. "
                + "Left out of means, as they have no shape to measure: overflow " + overflows + " of 990 networks";
        assertTrue(
                block.html().contains(words),
                block.html().substring(block.html().indexOf("figcaption")));
    }

    @Test
    void everyPointAndLevelHasATextAndAnIdOfItsOwn() {
        Block block = new LineBlock(SPEC, DATA, "f").block();
        Block.PanelText tanh = block.cells().get("fp4");
        assertEquals(10, tanh.columns());
        assertEquals(40, tanh.texts().size());
        HeatMap map = sweep().heatMap(4);
        Summary summary = map.cell(9, 1).summary();
        assertTrue(
                tanh.texts().get(19).startsWith("tanh · + gating · magnitude 50\nfourier 0."),
                tanh.texts().get(19));
        assertTrue(tanh.texts().get(19).contains(" ± ") && tanh.texts().get(19).contains("3 seeds ok"));
        assertTrue(summary.count() == 3);
        Map<String, Integer> ids = new HashMap<>();
        Pattern.compile("id=['\"]([^'\"]+)")
                .matcher(block.html())
                .results()
                .forEach(id -> ids.merge(id.group(1), 1, Integer::sum));
        assertTrue(ids.containsKey("fp4h-9-1") && ids.containsKey("fp4rh-0-2") && ids.containsKey("fk7"), "ids");
        assertTrue(ids.values().stream().allMatch(count -> count == 1), ids.toString());
        // The legend does not tell of a curve that has no fellows.
        assertFalse(ids.containsKey("fp7l0"));
    }
}
