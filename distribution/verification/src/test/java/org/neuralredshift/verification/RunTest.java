package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FinishedRuns.Provider.class)
class RunTest {
    private static final long POLL_MILLISECONDS = 20;

    @TempDir
    private Path folder;

    @Test
    void oneThreadAndTwoGiveTheSameBytes(FinishedRuns finished) throws IOException {
        String one = json("run", SmallStudy.quick(folder), "--threads", 1, "--out", "one");
        String two = finished.answer();
        assertTrue(one.contains("\"threads\":1,"), one);
        assertTrue(
                two.contains("\"threads\":" + Math.min(2, Runtime.getRuntime().availableProcessors()) + ","), two);
        for (String part : new String[] {"rows", "samples"}) {
            assertTrue(Folders.count(folder.resolve("one").resolve(part), ".arrow") > 0, part);
            assertEquals(
                    Folders.sums(folder.resolve("one").resolve(part)),
                    Folders.sums(finished.quick().resolve(part)));
        }
    }

    @Test
    void anotherSeedGivesOtherBytes(FinishedRuns finished) throws IOException {
        Nrs.run(folder, "run", SmallStudy.quick(folder), "--set", "seed=8", "--out", "out")
                .done();
        assertNotEquals(Folders.sums(finished.quick().resolve("rows")), Folders.sums(folder.resolve("out/rows")));
    }

    @Test
    void leavesAReportAndWhereTheNumbersComeFrom(FinishedRuns finished) throws IOException {
        String report = Files.readString(finished.quick().resolve("report.html"));
        assertTrue(report.contains("A small study"), "the title");
        assertTrue(!report.contains("src=\"http") && !report.contains("href=\"http://"), "works offline");
        String provenance = Files.readString(finished.quick().resolve("provenance.json"));
        assertTrue(provenance.contains("\"assumed\"") && provenance.contains("\"random-functions\""), provenance);
        assertTrue(Folders.count(finished.quick().resolve("figures"), ".svg") > 0, "figures");
    }

    @Test
    void theReportIsRebuiltFromRowsAndTellsWhetherTheRunIsFinished(FinishedRuns finished) throws IOException {
        Path out = folder.resolve("out");
        Folders.copy(finished.quick(), out);
        Files.delete(out.resolve("report.html"));
        Nrs.run(folder, "report", "out").done();
        assertEquals(
                Files.readString(finished.quick().resolve("report.html")),
                Files.readString(out.resolve("report.html")));
        Files.delete(out.resolve("rows/00000.arrow"));
        Nrs.Result report = Nrs.run(folder, "report", "out").done();
        assertTrue(report.err().matches("(?s)nrs: The run is not finished: .* of 60 networks .*"), report::toString);
    }

    /** The answer of a run, without white space. */
    private String json(Object... arguments) {
        Object[] words = Arrays.copyOf(arguments, arguments.length + 1);
        words[arguments.length] = "--json";
        return Nrs.run(folder, words).done().out().replaceAll("\\s", "");
    }

    /** Of 60 functions only relu of depth 2 leaves float32 at 1e30: its 4 seeds have 3 metrics each. */
    @Test
    void whatOverflowsIsARowWithThatStatus(FinishedRuns finished) {
        String out = finished.answer();
        assertTrue(out.contains("\"rows\":{\"ok\":168,\"overflow\":12}"), out);
    }

    @Test
    void runsAThousandLayers() throws IOException {
        String out = json("run", SmallStudy.deep(folder), "--out", "out");
        assertTrue(out.contains("\"networks\":2,") && out.contains("\"failed\":0,"), out);
    }

    @Test
    void aRunInWhichEveryNetworkFailsSaysWhyAndFails() throws IOException {
        Nrs.Result run =
                Nrs.run(folder, "run", SmallStudy.impossible(folder), "--out", "out", "--backend", "reference");
        assertEquals(4, run.exit(), run::toString);
        assertTrue(run.err().contains("drawing the report\n"), run::toString);
        assertTrue(run.err().contains("Every network failed") && run.err().contains("fewer points"), run::toString);
    }

    @Test
    void anInterruptedRunTellsHowToGoOn() throws IOException, InterruptedException {
        assumeFalse(ignoresInterrupts(), "a process inherits what is ignored");
        Path err = folder.resolve("err.txt");
        Path plugins = Files.createDirectory(folder.resolve("more"));
        Path study = SmallStudy.slow(folder);
        Process process =
                Nrs.start(folder, err, List.of("run", study, "--out", "out", "--threads", 1, "--plugins", plugins));
        while (process.isAlive() && Folders.count(folder.resolve("out/rows"), ".arrow") < 1) {
            Thread.sleep(POLL_MILLISECONDS);
        }
        Nrs.run(folder, Map.of(), List.of("kill", "-INT", Long.toString(process.pid())))
                .done();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        String said = Files.readString(err);
        assertEquals(130, process.exitValue(), said);
        assertTrue(said.contains("--plugins " + plugins + " --threads 1 ") && said.contains(" --resume"), said);
    }

    /** Whether this process was started in the background by a shell that shields it from SIGINT. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void withoutTheVectorApiItSaysSoOnce() throws IOException {
        Path command = Image.relaunched(
                folder.resolve("image"), launcher -> launcher.replace("--add-modules jdk.incubator.vector", ""));
        Nrs.Result run = Nrs.run(
                folder,
                Map.of(),
                List.of("sh", command.toString(), "sample", "--activation", "relu", "--grid", "16", "--to", "slow"));
        String notice = "nrs: The backend cpu runs without the Vector API";
        assertEquals(
                1,
                run.done().err().lines().filter(line -> line.startsWith(notice)).count(),
                run::toString);
        Nrs.Result fast = Nrs.run(folder, "sample", "--activation", "relu", "--grid", 16, "--to", "fast");
        assertTrue(!fast.done().err().contains(notice), fast::toString);
    }

    @Test
    void theDryRunWritesNothing() throws IOException {
        String out = Nrs.run(folder, "run", SmallStudy.quick(folder), "--out", "out", "--dry-run")
                .done()
                .out();
        assertTrue(out.contains("= 12, and 3 of null models") && out.contains(" 60, 4 seeds"), "60 networks: " + out);
        assertTrue(!Files.exists(folder.resolve("out")));
    }
}
