package org.neuralredshift.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Spectra beside the functions that a run keeps. */
class SpectraTest {
    private static final double[] SHORT = {0.5};
    private static final double[] LONG = {1, 1e-300, Double.MAX_VALUE, 0};

    @TempDir
    private Path temp;

    private Path out;
    private OutputFolder folder;

    private void commit(boolean withSpectra) throws IOException {
        Path file = Files.writeString(
                temp.resolve("study.yaml"), "task: planes\nseeds: 3\nmetrics: fourier\nkeep-samples: 2\n");
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), Laboratory.catalog()));
        out = temp.resolve("out");
        folder = OutputFolder.create(out, plan);
        Chunk chunk = new Chunk(plan.batches().getFirst());
        for (Trial trial : plan.batches().getFirst().trials()) {
            chunk.add(trial, Status.OK, new @Nullable Object[] {"fourier", 1L, 0.5, null}, null);
            if (withSpectra && trial.seed() < 2) {
                double[] reused = LONG.clone();
                chunk.add(trial, "fourier", reused);
                Arrays.fill(reused, 7);
                chunk.add(trial, "chebyshev", SHORT);
            }
        }
        try (Memory memory = Memory.open()) {
            folder.commit(0, chunk, Laboratory.catalog().backends().getFirst(), memory);
        }
    }

    @Test
    void readBackInOrderWhateverTheirLengths() throws IOException {
        commit(true);
        List<Spectrum> spectra = new ArrayList<>();
        ResultFolder.open(out).forEachSpectrum(spectra::add);
        assertEquals(
                List.of("fourier 0", "chebyshev 0", "fourier 1", "chebyshev 1"),
                spectra.stream().map(s -> s.metric() + " " + s.seed()).toList());
        assertArrayEquals(LONG, spectra.get(2).amplitudes());
        assertArrayEquals(SHORT, spectra.get(3).amplitudes());
        String cell = ResultFolder.open(out).rows().text("cell", 0);
        assertTrue(spectra.stream().allMatch(s -> s.cell().equals(cell)));
    }

    @Test
    void withoutThemThereIsNothingToRead() throws IOException {
        commit(false);
        assertTrue(folder.isCommitted(0));
        ResultFolder.open(out).forEachSpectrum(spectrum -> {
            throw new AssertionError(spectrum);
        });
    }

    @Test
    void aBatchWhoseSpectraAreGoneOrDamagedIsComputedAgain() throws IOException {
        commit(true);
        assertTrue(folder.isCommitted(0));
        Path file = out.resolve("spectra/00000.arrow");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertFalse(folder.isCommitted(0));
        Files.delete(file);
        assertFalse(folder.isCommitted(0));
        assertTrue(folder.notices().getLast().contains("is missing"), folder.notices()::toString);
        Files.write(file, whole);
        assertTrue(folder.isCommitted(0));
    }
}
