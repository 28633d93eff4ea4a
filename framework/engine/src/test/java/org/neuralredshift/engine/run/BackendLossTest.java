package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Asking;
import org.neuralredshift.engine.BackendUnavailableException;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.Mortal;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** A backend that is lost in the midst of a run, or is not there at its beginning. */
class BackendLossTest {
    private static final int BATCHES = 4;
    private static final int SEEDS = 3;
    private static final float CARD = 1;
    private static final float STEADY = 2;

    private final AtomicInteger runs = new AtomicInteger();
    private final Backend card = new Mortal("card", CARD, runs);
    private final Backend steady = new Mortal("steady", STEADY, new AtomicInteger(1000));
    private final Catalog catalog = Catalog.of(
            new Asking(),
            Laboratory.catalog().metrics().stream()
                    .filter(metric -> metric.id().equals("fourier"))
                    .findFirst()
                    .orElseThrow(),
            card,
            steady);
    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path temp;

    /** Runs, or goes on with, a study whose batches have 3 networks each. */
    private RunSummary run(@Nullable Backend fallback, int threads) throws IOException {
        Plan plan = plan();
        Path out = temp.resolve("out");
        OutputFolder folder = Files.exists(out) ? OutputFolder.resume(out, plan) : OutputFolder.create(out, plan);
        return runner(plan, fallback, threads).run(folder, new RunListener() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public void notice(String sentence) {
                told.add(sentence);
            }
        });
    }

    private Runner runner(Plan plan, @Nullable Backend fallback, int threads) {
        return new Runner(plan, catalog, card, fallback, threads, Duration.ofHours(1), MeasureOn.AUTO);
    }

    private Plan plan() throws IOException {
        Path file = Files.writeString(temp.resolve("asking.yaml"), """
                task: asking
                seeds: 3
                parameters: {question: [1, 2, 3, 4]}
                metrics: fourier
                """);
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
        assertEquals(BATCHES, plan.batches().size());
        return plan;
    }

    /** What was found for each network, in the order of the rows, of which none says that it failed. */
    private List<Double> found() {
        Table rows = ResultFolder.open(temp.resolve("out")).rows();
        return IntStream.range(0, rows.size())
                .peek(row -> assertEquals("ok", rows.text("status", row)))
                .mapToObj(row -> rows.real("value", row))
                .toList();
    }

    /** So many batches of the card, and then of the other one. */
    private static List<Double> computed(int onTheCard, int onTheOther) {
        List<Double> numbers = new ArrayList<>();
        IntStream.range(0, SEEDS * onTheCard).forEach(i -> numbers.add((double) CARD));
        IntStream.range(0, SEEDS * onTheOther).forEach(i -> numbers.add((double) STEADY));
        return numbers;
    }

    /** What the file of a batch says of the backend. */
    private boolean names(int batch, Backend backend) throws IOException {
        String bytes = Files.readString(
                temp.resolve("out/rows/0000" + batch + ".arrow"), java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes.contains("backend/" + backend.id());
    }

    @Test
    void theFallbackComputesTheRestAndTheRowsTellWhich() throws IOException {
        runs.set(2 * SEEDS + 1);
        RunSummary summary = run(steady, 1);
        assertEquals(BATCHES * SEEDS, summary.progress().done());
        assertEquals(0, summary.progress().failed());
        assertFalse(summary.stopped());
        assertEquals(computed(2, 2), found());
        assertTrue(names(1, card) && !names(1, steady) && names(2, steady) && !names(2, card));
        String sentence = "The backend card was lost: the card has burnt. The fallback steady computes the rest.";
        assertEquals(List.of(sentence), told);
        String provenance = Files.readString(temp.resolve("out/provenance.json"));
        assertTrue(provenance.contains("\"fallback\" : \"steady\"") && provenance.contains(sentence), provenance);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void manyThreadsLoseABackendOnce(int left) throws IOException {
        runs.set(left);
        RunSummary summary = run(steady, 4);
        assertEquals(BATCHES * SEEDS, summary.progress().done());
        assertEquals(1, told.size(), told::toString);
        for (int batch = 0; batch < BATCHES; batch++) {
            assertTrue(names(batch, card) != names(batch, steady), "one backend for all rows of a batch");
        }
        assertEquals(BATCHES * SEEDS, found().size());
    }

    @Test
    void theSameCommandResumesWhateverComputed() throws IOException {
        runs.set(2 * SEEDS);
        run(steady, 1);
        Files.delete(temp.resolve("out/rows/00003.arrow"));
        Files.delete(temp.resolve("out/rows/00000.arrow"));
        runs.set(SEEDS);
        RunSummary summary = run(steady, 1);
        assertEquals(2 * SEEDS, summary.progress().resumed());
        List<Double> expected = computed(2, 2);
        assertEquals(expected, found());
        String provenance = Files.readString(temp.resolve("out/provenance.json"));
        assertFalse(provenance.contains("computed again"), provenance);
    }

    @Test
    void withoutAFallbackTheRunStopsKeepsItsRowsAndIsResumedWithOne() throws IOException {
        runs.set(2 * SEEDS + 2);
        BackendUnavailableException e = assertThrows(BackendUnavailableException.class, () -> run(null, 1));
        assertEquals("The run stopped, since the backend card was lost: the card has burnt.", e.getMessage());
        String hint = e.hint().orElseThrow();
        assertTrue(hint.contains("--fallback") && hint.contains("--resume"), hint);
        assertEquals(computed(2, 0), found());
        runs.set(0);
        RunSummary summary = run(steady, 1);
        assertEquals(2 * SEEDS, summary.progress().resumed());
        assertEquals(computed(2, 2), found());
    }

    @Test
    void aFallbackThatIsLostTooIsNotAdvised() throws IOException {
        runs.set(SEEDS);
        Backend second = new Mortal("second", STEADY, new AtomicInteger(SEEDS));
        BackendUnavailableException e = assertThrows(BackendUnavailableException.class, () -> run(second, 1));
        assertEquals("The run stopped, since the backend second was lost: the card has burnt.", e.getMessage());
        String hint = e.hint().orElseThrow();
        assertTrue(!hint.contains("--fallback") && hint.contains("--resume"), hint);
        assertEquals(computed(1, 1), found());
    }

    @Test
    void anEstimateGoesOnWithTheFallbackAndSaysSo() throws IOException {
        runs.set(1);
        Runner runner = runner(plan(), new Mortal("second", STEADY, new AtomicInteger(Integer.MAX_VALUE)), 1);
        Estimate estimate = runner.estimate();
        assertTrue(estimate.seconds() > 0 && estimate.failed() == 0, estimate::toString);
        assertEquals("second", runner.backend().id());
        assertEquals(
                List.of("The backend card was lost: the card has burnt. The fallback second computes."),
                runner.notices());
    }

    @Test
    void anEstimateWithoutAFallbackSpeaksOfNoRun() throws IOException {
        runs.set(1);
        Runner alone = runner(plan(), null, 1);
        BackendUnavailableException e = assertThrows(BackendUnavailableException.class, alone::estimate);
        assertEquals("Nothing can be estimated, since the backend card was lost: the card has burnt.", e.getMessage());
        String hint = e.hint().orElseThrow();
        assertTrue(hint.contains("--fallback") && !hint.contains("--resume"), hint);
    }

    @Test
    void rowsOfAFallbackAreNotForgottenByLeavingItOut() throws IOException {
        runs.set(SEEDS);
        run(steady, 1);
        UserException e = assertThrows(UserException.class, () -> run(null, 1));
        assertTrue(e.getMessage().contains("the fallback (steady there, none here)"), e.getMessage());
        assertEquals(computed(1, 3), found());
    }

    @Test
    void whereTheChosenOneCannotRunTheFallbackComputesAllAndSaysSo() throws IOException {
        runs.set(-1);
        BackendUnavailableException e = assertThrows(BackendUnavailableException.class, () -> run(null, 1));
        assertEquals("The backend card cannot run here: its card was sold", e.getMessage());
        run(steady, 1);
        assertEquals(computed(0, 4), found());
        assertEquals(
                List.of("The backend card cannot run here: its card was sold. The fallback steady computes."), told);
    }

    @Test
    void aFallbackMustBeAnotherBackendThatCanRun() {
        UserException same = assertThrows(UserException.class, () -> run(card, 1));
        assertTrue(same.getMessage().contains("is card itself"), same.getMessage());
        Backend sold = new Mortal("sold", 0, new AtomicInteger(-1));
        BackendUnavailableException none = assertThrows(BackendUnavailableException.class, () -> run(sold, 1));
        assertEquals("The fallback sold cannot run here: its card was sold", none.getMessage());
    }
}
