package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed at any moment goes on with {@code --resume}, and ends with the bytes of one that was left alone. */
@ExtendWith(FinishedRuns.Provider.class)
class KilledRunTest {
    private static final long POLL_MILLISECONDS = 5;

    @TempDir
    private Path folder;

    @Test
    void betweenBatches(FinishedRuns finished) throws IOException, InterruptedException {
        Path study = SmallStudy.slow(folder);
        for (int commits = 1; commits <= 3; commits += 2) {
            int wanted = commits;
            Path out = folder.resolve("killed" + commits);
            List<Object> run = List.of("run", study, "--out", out);
            kill(run, () -> Folders.count(out.resolve("rows"), ".arrow") >= wanted);
            long committed = Folders.count(out.resolve("rows"), ".arrow");
            assertTrue(committed < Folders.count(finished.slow().resolve("rows"), ".arrow"), "killed in the middle");
            Nrs.run(folder, "run", study, "--out", out, "--resume").done();
            assertEquals(results(finished.slow()), results(out));
        }
    }

    /** Of a stranger's dataset, whose seeds are taught in two cohorts, each after it was taught something else. */
    @Test
    void whileNetworksLearn() throws IOException, InterruptedException {
        Path plugins = StrangersDataset.plugin(folder);
        List<Object> run = List.of("run", StrangersDataset.study(folder), "--plugins", plugins, "--checkpoint", 0);
        Path whole = folder.resolve("whole");
        Nrs.Result undisturbed = Nrs.run(folder, with(run, "--out", whole)).done();
        assertTrue(undisturbed.out().contains("The line is learned"), undisturbed::toString);
        assertFalse(undisturbed.out().contains("not measured"), undisturbed::toString);

        Path out = folder.resolve("killed");
        kill(List.of(with(run, "--out", out)), () -> Saved.in(out).isSomething());
        assertEquals(new Saved(0, 0), Saved.in(out), "they learned what they start from");
        List<Object> resumed = List.of(with(run, "--out", out, "--resume"));
        kill(resumed, () -> Saved.in(out).rows() > 0);
        assertEquals(0, Saved.in(out).networks(), "the first cohort learned");
        kill(resumed, () -> Saved.in(out).networks() > 0);
        assertEquals(6, Saved.in(out).networks(), "the second cohort learned");
        assertFalse(Files.exists(out.resolve("rows/00000.arrow")), "killed in the middle");
        Nrs.run(folder, resumed.toArray()).done();
        assertEquals(results(whole), results(out));
    }

    private static Object[] with(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Runs a command until something is so, and kills it. */
    private void kill(List<?> command, BooleanSupplier when) throws IOException, InterruptedException {
        Process process = Nrs.start(folder, folder.resolve("err.txt"), command);
        while (process.isAlive() && !when.getAsBoolean()) {
            Thread.sleep(POLL_MILLISECONDS);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(
                128 + 9, process.exitValue(), () -> "killed while it ran: " + Folders.text(folder.resolve("err.txt")));
    }

    /** All but what tells times. */
    private static Map<String, String> results(Path out) {
        Map<String, String> sums = Folders.sums(out);
        sums.remove("provenance.json");
        assertTrue(sums.keySet().stream().anyMatch(file -> file.startsWith("samples/")), sums::toString);
        return sums;
    }

    /**
     * What the checkpoint of the first batch holds.
     *
     * @param networks that are done
     * @param rows of all networks
     */
    private record Saved(int networks, int rows) {
        private static final Saved NOTHING = new Saved(-1, -1);

        boolean isSomething() {
            return networks >= 0;
        }

        static Saved in(Path out) {
            Path file = out.resolve("checkpoints/00000.bin");
            if (!Files.exists(file)) {
                return NOTHING;
            }
            try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                in.readLong(); // what kind of file it is
                in.readNBytes(in.readInt()); // whose
                int networks = in.readInt();
                in.readNBytes(networks * Integer.BYTES);
                return new Saved(networks, in.readInt());
            } catch (IOException e) {
                return NOTHING; // it was removed just then
            }
        }
    }
}
