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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.Attribution;
import org.neuralredshift.engine.store.MeasuredOn;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.SampledFunction;
import org.neuralredshift.engine.store.Table;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

class CheckpointsTest {
    private static final String STUDY = """
            study: climbs
            task: climbs
            seed: 7
            seeds: 3
            parameters:
              activation: [relu, tanh]
              magnitude: [1, 2, 4]
            metrics: fourier
            keep-samples: 2
            """;

    private final List<Integer> steps = new ArrayList<>();
    private String study = STUDY;

    @TempDir
    private Path temp;

    @Test
    void aKilledBatchGoesOnFromItsCheckpointToTheSameBytes() throws IOException {
        run(temp.resolve("whole"), false, step -> {});
        Path killed = temp.resolve("killed");
        kill(killed, 17);
        assertTrue(Files.exists(killed.resolve("checkpoints/00000.bin")));
        assertFalse(Files.exists(killed.resolve("rows/00000.arrow")));
        steps.clear();
        run(killed, true, steps::add);
        assertEquals(17, steps.getFirst(), "the first step after the last checkpoint");
        assertEquals(contents(temp.resolve("whole")), contents(killed));
        assertFalse(Files.exists(killed.resolve("checkpoints")));
    }

    @Test
    void aStoppedRunSavesBeforeItEnds() throws IOException {
        run(temp.resolve("whole"), false, step -> {});
        Path stopped = temp.resolve("stopped");
        Runner[] runner = new Runner[1];
        Catalog catalog = Laboratory.climbing(step -> {
            if (step == 11) {
                runner[0].stop();
            }
        });
        Plan plan = plan(catalog);
        runner[0] = new Runner(
                plan, catalog, catalog.find(Backend.class, "idle"), null, 1, Duration.ofHours(1), MeasureOn.HOST);
        assertTrue(runner[0]
                .run(OutputFolder.create(stopped, plan), progress -> {})
                .stopped());
        run(stopped, true, steps::add);
        assertEquals(12, steps.getFirst());
        assertEquals(contents(temp.resolve("whole")), contents(stopped));
    }

    @Test
    void aDamagedCheckpointIsLeftOutAndNoted() throws IOException {
        run(temp.resolve("whole"), false, step -> {});
        Path killed = temp.resolve("killed");
        kill(killed, 17);
        Path checkpoint = killed.resolve("checkpoints/00000.bin");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        for (byte[] damaged : List.of(bytes, Arrays.copyOf(bytes, 40), new byte[0])) {
            Files.write(checkpoint, damaged);
            Plan plan = plan(Laboratory.climbing(step -> {}));
            OutputFolder folder = OutputFolder.resume(killed, plan);
            assertTrue(
                    folder.saved(0, Laboratory.catalog().backends().getFirst()).isEmpty());
            assertTrue(
                    folder.notices().getFirst().contains("00000.bin"),
                    folder.notices().toString());
        }
        run(killed, true, steps::add);
        assertEquals(0, steps.getFirst());
        assertEquals(contents(temp.resolve("whole")), contents(killed));
    }

    /** A network alone: of several the others would be taught anew one by one. */
    @Test
    void aCheckpointThatTheTaskRefusesIsForgottenAndNoted() throws IOException {
        study = STUDY.replace("seeds: 3", "seeds: 1").replace("[1, 2, 4]", "2");
        run(temp.resolve("whole"), false, step -> {});
        Path killed = temp.resolve("killed");
        kill(killed, 17);
        Catalog catalog = Laboratory.climbing(step -> {
            steps.add(step);
            if (steps.size() == 1) {
                throw new IllegalArgumentException("the image is another one");
            }
        });
        Plan plan = plan(catalog);
        OutputFolder folder = OutputFolder.resume(killed, plan);
        new Runner(plan, catalog, catalog.find(Backend.class, "idle"), null, 1, Duration.ZERO, MeasureOn.HOST)
                .run(folder, progress -> {});
        assertEquals(List.of(17, 0), steps.subList(0, 2));
        assertTrue(
                folder.notices().getFirst().contains("the image is another one"),
                folder.notices().toString());
        assertEquals(contents(temp.resolve("whole")), contents(killed));
    }

    @Test
    void theCheckpointOfOtherNetworksIsLeftOut() throws IOException {
        Path killed = temp.resolve("killed");
        kill(killed, 3);
        Catalog catalog = Laboratory.climbing(step -> {});
        Plan plan = plan(catalog);
        OutputFolder folder = OutputFolder.resume(killed, plan);
        Backend idle = catalog.find(Backend.class, "idle");
        folder.attribute(List.of(new Attribution(plan, catalog, idle, MeasuredOn.HOST)));
        assertTrue(folder.saved(0, idle).isPresent());
        Files.move(killed.resolve("checkpoints/00000.bin"), killed.resolve("checkpoints/00001.bin"));
        assertTrue(folder.saved(1, idle).isEmpty());
        assertTrue(
                folder.notices().getFirst().contains("other networks"),
                folder.notices().toString());
    }

    @Test
    void stagesAreKeptInOrderOfTheNetworks() throws IOException {
        run(temp.resolve("out"), false, step -> {});
        ResultFolder folder = ResultFolder.open(temp.resolve("out"));
        List<SampledFunction> samples = folder.samples();
        assertEquals(
                List.of("initial", "5", "final"),
                samples.stream().limit(3).map(SampledFunction::stage).toList());
        // The first network climbs from 1 to 2 by halves: 1, 1.96875 after 5 steps; f(1, 1) = 2 h.
        assertEquals(2, samples.get(0).values()[15]);
        assertEquals(2 * 1.96875, samples.get(1).values()[15]);
        Table rows = folder.rows();
        assertEquals("initial", rows.text("stage", 0));
        assertEquals(1.96875, rows.real("value", 4));
        assertEquals("height", rows.text("metric", 4));
    }

    private void kill(Path out, int at) throws IOException {
        UserException e = assertThrows(
                UserException.class,
                () -> run(out, false, step -> {
                    if (step == at) {
                        throw new NoClassDefFoundError("the run ends here");
                    }
                }));
        assertTrue(e.getMessage().contains("the run ends here"), e.getMessage());
    }

    private void run(Path out, boolean resume, IntConsumer onStep) throws IOException {
        Catalog catalog = Laboratory.climbing(onStep);
        Plan plan = plan(catalog);
        OutputFolder folder = resume ? OutputFolder.resume(out, plan) : OutputFolder.create(out, plan);
        new Runner(plan, catalog, catalog.find(Backend.class, "idle"), null, 1, Duration.ZERO, MeasureOn.HOST)
                .run(folder, progress -> {});
    }

    private Plan plan(Catalog catalog) throws IOException {
        Path file = Files.writeString(temp.resolve("climbs.yaml"), study);
        return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
    }

    /** Every file but the provenance, which tells times. */
    private static Map<String, List<Byte>> contents(Path folder) throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(file)) {
                    bytes.add(b);
                }
                if (!file.endsWith("provenance.json")) {
                    contents.put(folder.relativize(file).toString(), bytes);
                }
            }
        }
        assertTrue(contents.size() >= 8, contents.keySet().toString());
        return contents;
    }
}
