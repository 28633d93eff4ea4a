package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.Runner;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Reports of a task that measures quantities, at stages. */
class StagesReportTest {
    private static final String STUDY = """
            study: climbs
            task: climbs
            seeds: 6
            parameters:
              activation: [relu, tanh]
              magnitude: [0.25, 0.5, 1, 2, 4, 8]
              prefactor: [1, 3]
            metrics: fourier
            keep-samples: 1
            figures:
            """;

    @TempDir
    private Path temp;

    private Report report(String figures) throws IOException {
        Catalog catalog = Laboratory.climbing(step -> {});
        Path file = Files.writeString(temp.resolve("climbs.yaml"), STUDY + figures);
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
        Path out = temp.resolve("out");
        new Runner(plan, catalog, catalog.find(Backend.class, "idle"), 1)
                .run(OutputFolder.create(out, plan), progress -> {});
        return Report.write(out);
    }

    private String page(String figures) throws IOException {
        Report report = report(figures);
        assertEquals(List.of(), report.problems());
        return Files.readString(report.page());
    }

    @Test
    void severalQuantitiesAreLinesOfOneFigure() throws IOException {
        String page = page("  - {kind: lines, metrics: [test-accuracy@initial, test-accuracy], where: {prefactor: 1},"
                + " x: magnitude}\n");
        assertTrue(page.contains(">test-accuracy@initial<") && page.contains(">test-accuracy<"), page);
    }

    @Test
    void stagesLieAlongTheAxisWhereTheirStepsAre() throws IOException {
        String page = page("  - {kind: lines, metric: height, x: stage, lines: magnitude}\n");
        // 0, 5 and 20 steps: the first two of the positive ones are too few for a logarithm.
        assertTrue(page.contains("height (m)") && page.contains(">step<"), page);
        assertTrue(page.contains("magnitude 0.25 · step 20"), page);
    }

    @Test
    void aFitHasATableOfItsPeaks() throws IOException {
        String page = page("  - {kind: lines, metric: height, x: magnitude, lines: prefactor, fit: quadratic}\n");
        assertTrue(page.contains("magnitude of the peak"), page);
        // Heights end at 2 magnitude (seed + 1), which is convex in the logarithm of the magnitude.
        assertTrue(page.contains("no maximum inside the range"), page);
        assertTrue(page.contains("36, 6"), "networks and seeds of a line");
    }

    @Test
    void rowsOfAStackHaveTheirOwnAxes() throws IOException {
        String page = page("  - {kind: lines, stack: [height@initial, [test-accuracy@initial, test-accuracy]],"
                + " x: magnitude, lines: [], where: {prefactor: 1}}\n");
        assertTrue(page.contains(">height@initial (m)<") && page.contains(">test-accuracy<"), page);
    }

    @Test
    void aQuantityAgainstAMetricHasTheRankCorrelation() throws IOException {
        String page =
                page("  - {kind: points, x: fourier@initial, y: test-accuracy, panel: prefactor, fit: quadratic}\n");
        assertTrue(page.contains("test-accuracy and fourier@initial: rank correlation"), page);
    }

    @Test
    void picturesShowTheFunctionAtEachStage() throws IOException {
        String page = page("  - {kind: pictures, x: stage, y: magnitude, where: {prefactor: 1}}\n");
        assertTrue(page.contains(">initial<") && page.contains(">5<") && page.contains(">final<"), page);
        assertFalse(page.contains(">target<"), "there is none");
    }
}
