package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.FolderLock;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.SampledFunction;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

class RunnerTest {
    private static final String STUDY = """
            study: slopes
            task: planes
            seed: 7
            seeds: 20
            parameters:
              activation: [relu, tanh]
              magnitude: logspace(0.1, 10, 15)
              depth: [0, 2, 13]
            metrics: [fourier, "lz78[levels=4]"]
            keep-samples: 2
            """;

    private final Catalog catalog = Laboratory.catalog();

    @TempDir
    private Path temp;

    @Test
    void everyNetworkIsMeasuredAndEveryRowSaysWhere() throws IOException {
        Path out = temp.resolve("out");
        RunSummary summary = run(out, 2, false);
        assertEquals(2 * 15 * 3 * 20, summary.progress().done());
        assertFalse(summary.stopped());

        ResultFolder folder = ResultFolder.open(out);
        assertEquals("slopes", folder.study().name());
        Table rows = folder.rows();
        int relu2 = find(rows, "relu", 10.0, 2, 5, "fourier");
        // The plane 20 (x1 + x2) + 5 rises by 20 * 4 from corner to corner.
        assertEquals(80, rows.real("value", relu2), 1e-4);
        assertEquals("slopes", rows.find("value").orElseThrow().unit());
        assertEquals(3L, rows.value("revision", relu2));
        assertEquals(false, rows.value("odd", relu2));
        assertEquals("ok", rows.text("status", relu2));

        int flat = find(rows, "tanh", 0.1, 0, 0, "fourier");
        assertEquals("constant", rows.text("status", flat));
        assertEquals(Double.NaN, rows.real("value", flat));
    }

    @Test
    void onlyTheNetworksThatFailBecomeRowsWithTheReason() throws IOException {
        Path out = temp.resolve("out");
        RunSummary summary = run(out, 1, false);
        assertEquals(2 * 15, summary.progress().failed());
        assertEquals(summary.progress().total(), summary.progress().done());
        Table rows = ResultFolder.open(out).rows();
        long failed = 0;
        for (int row = 0; row < rows.size(); row++) {
            boolean isFailed = rows.text("status", row).equals("failed");
            assertEquals(rows.real("depth", row) == 13 && rows.real("seed", row) == 1, isFailed);
            assertEquals(isFailed ? "13 layers are too many" : "", rows.text("reason", row));
            failed += isFailed ? 1 : 0;
        }
        assertEquals(2 * 15, failed);
        // Every other network has a row for each of the two metrics.
        assertEquals(2 * (2 * 15 * 3 * 20 - failed) + failed, rows.size());
    }

    @ParameterizedTest
    @CsvSource({"666, no heap left, --threads", "667, Layer.width(), archives"})
    void aFaultOfTheMachineOrTheInstallationMakesNoRows(int depth, String reason, String hint) throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan(STUDY.replace("[0, 2, 13]", "[0, " + depth + "]"));
        Runner runner = new Runner(plan, catalog, backend(), 1);
        OutputFolder folder = OutputFolder.create(out, plan);
        UserException e = assertThrows(UserException.class, () -> runner.run(folder, progress -> {}));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertTrue(
                e.hint().orElseThrow().contains(hint) && e.hint().orElseThrow().contains("--resume"));
        Table rows = ResultFolder.open(out).rows();
        assertTrue(rows.size() > 0, "committed chunks are kept");
        for (int row = 0; row < rows.size(); row++) {
            assertFalse(rows.text("status", row).equals("failed"));
        }
    }

    @Test
    void aDisplayThatFailsSpoilsNothingAndIsTold() throws IOException {
        run(temp.resolve("shown"), 1, false);
        Path out = temp.resolve("out");
        Plan plan = plan(STUDY);
        OutputFolder folder = OutputFolder.create(out, plan);
        new Runner(plan, catalog, backend(), 1).run(folder, progress -> {
            throw new IllegalStateException("the terminal is gone");
        });
        assertEquals(contents(temp.resolve("shown")), contents(out));
        assertTrue(folder.notices().getFirst().contains("the terminal is gone"));
    }

    @Test
    void asManyThreadsRunAsWereAskedForIfThereIsWork() throws IOException {
        Plan plan = plan(STUDY);
        assertEquals(6, new Runner(plan, catalog, backend(), 6).threads());
        OutputFolder folder = OutputFolder.create(temp.resolve("out"), plan);
        int batches = plan.batches().size();
        assertEquals(
                batches,
                new Runner(plan, catalog, backend(), 1000)
                        .run(folder, progress -> {})
                        .threads());
        assertTrue(folder.notices().getFirst().contains("1000 threads were asked for"));
    }

    @Test
    void theEstimateTellsWhatFails() throws IOException {
        Estimate fine = new Runner(plan(STUDY.replace("13", "12")), catalog, backend(), 1).estimate();
        assertEquals(0, fine.failed());
        Estimate failing =
                new Runner(plan(STUDY.replace("seeds: 20", "seeds: [1, 2]")), catalog, backend(), 1).estimate();
        assertTrue(failing.failed() > 0 && failing.failed() < failing.measured());
        assertEquals("13 layers are too many", failing.reason());
    }

    @Test
    void theSamplesOfTheFirstSeedsAreKept() throws IOException {
        Path out = temp.resolve("out");
        run(out, 1, false);
        List<SampledFunction> samples = ResultFolder.open(out).samples();
        // Of the cells with 13 layers the network of seed 1 fails.
        assertEquals(2 * 15 * 2 * 3 - 2 * 15, samples.size());
        SampledFunction function = samples.stream()
                .filter(s -> s.seed() == 1)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertArrayEquals(new int[] {4, 4}, function.shape());
        // The last cell that works: magnitude 10, depth 2; f(-1, -1) = -40 + 1, f(1, 1) = 41.
        assertEquals(-39, function.values()[0], 1e-5);
        assertEquals(41, function.values()[15], 1e-5);
    }

    @Test
    void rowsAreTheSameBytesForOneThreadAndForFour() throws IOException {
        run(temp.resolve("one"), 1, false);
        run(temp.resolve("four"), 4, false);
        assertEquals(contents(temp.resolve("one")), contents(temp.resolve("four")));
    }

    @Test
    void aKilledRunResumesToTheSameBytes() throws IOException {
        Path whole = temp.resolve("whole");
        Path killed = temp.resolve("killed");
        run(whole, 2, false);
        run(killed, 2, false);
        Files.delete(killed.resolve("rows/00001.arrow"));
        Files.move(killed.resolve("rows/00003.arrow"), killed.resolve("rows/00003.arrow.tmp"));
        Files.write(killed.resolve("rows/00000.arrow"), new byte[] {'A', 'R', 'R', 'O', 'W', '1', 0, 0});
        Files.delete(killed.resolve("samples/00002.arrow"));

        RunSummary summary = run(killed, 2, true);

        assertEquals(contents(whole), contents(killed));
        assertTrue(summary.progress().resumed() > 0);
        assertEquals(summary.progress().total(), summary.progress().done());
        assertFalse(Files.exists(killed.resolve("rows/00003.arrow.tmp")));
        String provenance = Files.readString(killed.resolve("provenance.json"));
        assertTrue(provenance.contains("\"seeds\" : 20,"), provenance);
        assertTrue(provenance.contains("00000.arrow") && provenance.contains("computed again"), provenance);
    }

    @Test
    void aStoppedRunKeepsWhatIsCommittedAndResumes() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan(STUDY);
        Runner runner = new Runner(plan, catalog, backend(), 1);
        runner.stop();
        RunSummary stopped = runner.run(OutputFolder.create(out, plan), progress -> {});
        assertTrue(stopped.stopped());
        assertEquals(0, stopped.progress().done());
        run(temp.resolve("whole"), 1, false);
        run(out, 1, true);
        assertEquals(contents(temp.resolve("whole")), contents(out));
    }

    @Test
    void stoppingAmidARunKeepsTheCommittedChunks() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan(STUDY.replace("logspace(0.1, 10, 15)", "logspace(0.1, 10, 1500)"));
        Runner runner = new Runner(plan, catalog, backend(), 2);
        RunSummary summary = runner.run(OutputFolder.create(out, plan), progress -> runner.stop());
        assertTrue(summary.stopped());
        assertTrue(summary.progress().done() < summary.progress().total());
        assertEquals(summary.progress().done(), ResultFolder.open(out).rows().size() == 0 ? 0 : networks(out));
    }

    @Test
    void resumingOnAnotherBackendIsRefused() throws IOException {
        Path out = temp.resolve("out");
        run(out, 1, false);
        Path provenance = out.resolve("provenance.json");
        Files.writeString(provenance, Files.readString(provenance).replace("\"idle\"", "\"busy\""));
        UserException e = assertThrows(UserException.class, () -> run(out, 1, true));
        assertTrue(e.getMessage().contains("the backend (busy there, idle here)"), e.getMessage());
    }

    @Test
    void resumingWithAnotherBuildOfAPluginIsRefused() throws IOException {
        Path out = temp.resolve("out");
        run(out, 1, false);
        Path provenance = out.resolve("provenance.json");
        String written = Files.readString(provenance);
        String other = written.replace(
                "\"plugins\" : [ ]", "\"plugins\" : [ {\"name\": \"spiral\", \"sha256\": {\"a.jar\": \"0a1b\"}} ]");
        assertFalse(written.equals(other), written);
        Files.writeString(provenance, other);
        UserException e = assertThrows(UserException.class, () -> run(out, 1, true));
        assertTrue(e.getMessage().contains("the plugin spiral (SHA-256 0a1b there, none here)"), e.getMessage());
    }

    @Test
    void rowsOfUnknownOriginAreNotResumed() throws IOException {
        Path out = temp.resolve("out");
        run(out, 1, false);
        Files.delete(out.resolve("provenance.json"));
        UserException e = assertThrows(UserException.class, () -> run(out, 1, true));
        assertTrue(e.getMessage().contains("provenance.json"), e.getMessage());
    }

    @Test
    void twoRunsDoNotWriteToOneFolder() throws IOException {
        Path out = temp.resolve("out");
        Plan plan = plan(STUDY);
        OutputFolder folder = OutputFolder.create(out, plan);
        Runner runner = new Runner(plan, catalog, backend(), 1);
        try (FolderLock _ = folder.lock()) {
            UserException e = assertThrows(UserException.class, () -> runner.run(folder, progress -> {}));
            assertTrue(e.getMessage().contains("Another nrs is writing to " + out), e.getMessage());
            assertThrows(UserException.class, () -> OutputFolder.resume(out, plan));
        }
        assertFalse(runner.run(folder, progress -> {}).stopped());
    }

    @Test
    void theEstimateCountsAllNetworks() throws IOException {
        Estimate estimate = new Runner(plan(STUDY), catalog, backend(), 1).estimate();
        assertTrue(estimate.seconds() > 0);
        assertEquals(1800 / estimate.seconds(), estimate.networksPerSecond(), 1e-6 * estimate.networksPerSecond());
        assertFalse(Files.exists(temp.resolve("out")));
    }

    private RunSummary run(Path out, int threads, boolean resume) throws IOException {
        Plan plan = plan(STUDY);
        OutputFolder folder = resume ? OutputFolder.resume(out, plan) : OutputFolder.create(out, plan);
        return new Runner(plan, catalog, backend(), threads).run(folder, progress -> {});
    }

    private Plan plan(String yaml) throws IOException {
        Path file = temp.resolve("slopes.yaml");
        Files.writeString(file, yaml);
        return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
    }

    private Backend backend() {
        return catalog.find(Backend.class, "idle");
    }

    private static long networks(Path out) {
        Table rows = ResultFolder.open(out).rows();
        return Stream.iterate(0, row -> row < rows.size(), row -> row + 1)
                .map(row -> rows.text("cell", row) + " " + rows.text("seed", row))
                .distinct()
                .count();
    }

    private static int find(Table rows, String activation, double magnitude, long depth, long seed, String metric) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.text("activation", row).equals(activation)
                    && rows.real("magnitude", row) == magnitude
                    && rows.real("depth", row) == depth
                    && rows.real("seed", row) == seed
                    && rows.text("metric", row).equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no such row");
    }

    /** Every file but the provenance, which tells times. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals("provenance.json")) {
                    contents.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        assertTrue(contents.size() > 5, contents.keySet().toString());
        assertEquals(
                new String(HexFormat.of().parseHex(contents.get("study.yaml")), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("study.yaml")));
        return contents;
    }
}
