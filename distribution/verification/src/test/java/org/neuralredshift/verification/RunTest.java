package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final long POLL_MILLISECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void oneThreadAndTwoGiveTheSameBytes() throws IOException {
        Path study = SmallStudy.quick(folder);
        Nrs.run(folder, "run", study, "--threads", 1, "--out", "one").done();
        Nrs.run(folder, "run", study, "--threads", 2, "--out", "two").done();
        for (String part : new String[] {"rows", "samples"}) {
            assertTrue(Folders.count(folder.resolve("one").resolve(part), ".arrow") > 0, part);
            assertEquals(
                    Folders.sums(folder.resolve("one").resolve(part)),
                    Folders.sums(folder.resolve("two").resolve(part)));
        }
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        Path study = SmallStudy.quick(folder);
        Nrs.run(folder, "run", study, "--out", "one").done();
        Nrs.run(folder, "run", study, "--set", "seed=8", "--out", "two").done();
        assertNotEquals(Folders.sums(folder.resolve("one/rows")), Folders.sums(folder.resolve("two/rows")));
    }

    @Test
    void leavesAReportAndWhereTheNumbersComeFrom() throws IOException {
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out").done();
        String report = Files.readString(folder.resolve("out/report.html"));
        assertTrue(report.contains("A small study"), "the title");
        assertTrue(report.contains("overflow"), "the cells that have no value");
        assertTrue(!report.contains("src=\"http") && !report.contains("href=\"http://"), "works offline");
        String provenance = Files.readString(folder.resolve("out/provenance.json"));
        assertTrue(provenance.contains("assumed") && provenance.contains("25."), provenance);
        assertTrue(Folders.count(folder.resolve("out/figures"), ".svg") > 0, "figures");
    }

    @Test
    void theReportIsRebuiltFromRows() throws IOException {
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out").done();
        Files.delete(folder.resolve("out/report.html"));
        Nrs.run(folder, "report", "out").done();
        assertTrue(Files.size(folder.resolve("out/report.html")) > 0);
    }

    @Test
    void aKilledRunResumesAndEndsWithTheSameBytes() throws IOException, InterruptedException {
        Path study = SmallStudy.slow(folder);
        Nrs.run(folder, "run", study, "--out", "undisturbed").done();
        for (int commits = 1; commits <= 3; commits += 2) {
            Path out = folder.resolve("killed" + commits);
            Process process = Nrs.start(folder, "run", study, "--out", out);
            while (process.isAlive() && Folders.count(out.resolve("rows"), ".arrow") < commits) {
                Thread.sleep(POLL_MILLISECONDS);
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals(128 + 9, process.exitValue(), "killed while it ran");
            long committed = Folders.count(out.resolve("rows"), ".arrow");
            assertTrue(committed < Folders.count(folder.resolve("undisturbed/rows"), ".arrow"), "killed in the middle");

            Nrs.run(folder, "run", study, "--out", out, "--resume").done();
            assertEquals(Folders.sums(folder.resolve("undisturbed/rows")), Folders.sums(out.resolve("rows")));
            assertEquals(Folders.sums(folder.resolve("undisturbed/samples")), Folders.sums(out.resolve("samples")));
        }
    }

    @Test
    void theDryRunWritesNothing() throws IOException {
        String out = Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out", "--dry-run")
                .done()
                .out();
        assertTrue(out.contains("12") && out.contains("48"), "12 cells, 48 networks: " + out);
        assertTrue(!Files.exists(folder.resolve("out")));
    }
}
