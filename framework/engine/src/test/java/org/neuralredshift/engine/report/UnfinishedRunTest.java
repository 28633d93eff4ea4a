package org.neuralredshift.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.Runner;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Reports of folders in which rows are missing. */
class UnfinishedRunTest {
    /** In three batches: 9 networks of each depth, 3 of the null model. */
    private static final String STUDY = """
            task: compared-planes
            seeds: 3
            parameters: {depth: [1, 2], magnitude: [1, 2, 3]}
            metrics: fourier
            """;

    @TempDir
    private Path temp;

    private Path run() throws IOException {
        Catalog catalog = Laboratory.catalog();
        Path file = Files.writeString(temp.resolve("planes.yaml"), STUDY);
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
        Path out = temp.resolve("out");
        new Runner(plan, catalog, catalog.find(Backend.class, "idle"), 1)
                .run(OutputFolder.create(out, plan), progress -> {});
        return out;
    }

    @Test
    void whatIsMissingIsCountedWithNullModels() throws IOException {
        Path out = run();
        assertEquals(List.of(), Report.write(out).problems());
        Files.delete(out.resolve("rows/00001.arrow"));
        Report report = Report.write(out);
        assertEquals(1, report.problems().size());
        assertTrue(report.problems().getFirst().contains(" 12 of 21 networks "), report::toString);
        Files.delete(out.resolve("rows/00002.arrow"));
        assertTrue(Report.write(out).problems().getFirst().contains(" 9 of 21 networks "));
    }

    @Test
    void withoutAnyRowThereIsNothingToReport() throws IOException {
        Path out = run();
        for (int batch = 0; batch < 3; batch++) {
            Files.delete(out.resolve("rows/0000" + batch + ".arrow"));
        }
        UserException e = assertThrows(UserException.class, () -> Report.write(out));
        assertTrue(e.getMessage().contains(out + " holds no rows yet"), e.getMessage());
        assertTrue(e.hint().orElseThrow().contains("--out " + out + " --resume"), e.hint()::toString);
    }
}
