package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Metrics that throw or give no number: what they cost, and whom. The first sample is the seed less 2. */
class CarelessMetricsTest {
    private static final String STUDY = """
            study: careless
            task: planes
            seeds: [2, 3, 4, 5, 6]
            parameters: {magnitude: 1, depth: 1}
            metrics: [careless, fourier, careless:from-the-start]
            """;

    private final Catalog catalog = Laboratory.careless();

    @TempDir
    private Path temp;

    private Plan plan;

    @BeforeEach
    void plan() throws IOException {
        Path file = temp.resolve("careless.yaml");
        Files.writeString(file, STUDY);
        plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
    }

    private Runner runner() {
        return new Runner(plan, catalog, catalog.find(Backend.class, "idle"), 1);
    }

    private Table rows() {
        Path out = temp.resolve("out");
        runner().run(OutputFolder.create(out, plan), progress -> {});
        return ResultFolder.open(out).rows();
    }

    private static String reason(Table rows, long seed, String metric) {
        return rows.text("status", find(rows, seed, metric)) + " " + rows.text("reason", find(rows, seed, metric));
    }

    private static int find(Table rows, long seed, String metric) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.real("seed", row) == seed && rows.text("metric", row).equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + metric + " for seed " + seed);
    }

    @Test
    void aMetricThatThrowsFailsAlone() {
        Table rows = rows();
        assertEquals(3 * 5, rows.size());
        assertEquals("failed careless: IllegalStateException: boo", reason(rows, 3, "careless"));
        for (long seed = 2; seed <= 6; seed++) {
            assertEquals("ok ", reason(rows, seed, "fourier"));
            assertEquals(4, rows.real("value", find(rows, seed, "fourier")), "from corner to corner");
            assertEquals(
                    "failed careless:from-the-start: UnsupportedOperationException",
                    reason(rows, seed, "careless:from-the-start"));
        }
    }

    @Test
    void aValueThatIsNoNumberIsAFailure() {
        Table rows = rows();
        assertEquals("failed careless gave NaN", reason(rows, 4, "careless"));
        assertEquals("failed careless gave -Infinity", reason(rows, 5, "careless"));
        assertEquals(Double.NaN, rows.real("value", find(rows, 5, "careless")));
        assertEquals(0, rows.real("value", find(rows, 2, "careless")));
    }

    @Test
    void aNetworkWithSeveralFailuresCountsOnce() {
        RunSummary summary = runner().run(OutputFolder.create(temp.resolve("counted"), plan), progress -> {});
        assertEquals(5, summary.progress().failed());
        assertEquals(5, summary.progress().done());
        Estimate estimate = runner().estimate();
        assertEquals(estimate.measured(), estimate.failed());
    }
}
