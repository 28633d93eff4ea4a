package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.store.Spectrum;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;
import org.neuralredshift.engine.study.Study;

/** Runs of several sets of cells, with null models and spectra. */
class SweptRunTest {
    private static final String STUDY = """
            task: compared-planes
            seeds: 150
            parameters: {depth: [1, 2]}
            sweeps:
              - {magnitude: [1, 2, 3]}
              - {activation: tanh, magnitude: 3}
            metrics: [fourier, "fourier:prototype"]
            keep-samples: 2
            """;

    private final Catalog catalog = Laboratory.catalog();

    @TempDir
    private Path temp;

    private Plan plan() throws IOException {
        Path file = Files.writeString(temp.resolve("swept.yaml"), STUDY);
        return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
    }

    private Path run(String name, int threads, boolean resume) throws IOException {
        Path out = temp.resolve(name);
        Plan plan = plan();
        OutputFolder folder = resume ? OutputFolder.resume(out, plan) : OutputFolder.create(out, plan);
        RunSummary summary =
                new Runner(plan, catalog, catalog.find(Backend.class, "idle"), threads).run(folder, progress -> {});
        assertEquals(9 * 150, summary.progress().done());
        assertEquals(9 * 150, summary.progress().total());
        return out;
    }

    @Test
    void everyCellIsMeasuredAndNullModelsAreToldApart() throws IOException {
        ResultFolder results = ResultFolder.open(run("out", 2, false));
        Map<String, Integer> counts = new TreeMap<>();
        Study study = results.study();
        results.forEachChunk(rows -> {
            for (int row = 0; row < rows.size(); row++) {
                Map<String, Object> cell = rows.values(study.parameters().keySet(), row);
                String kind = study.nullModel(cell).map(Study.NullModel::name).orElse("network");
                counts.merge(kind, 1, Integer::sum);
            }
        });
        assertEquals(Map.of("network", 8 * 150 * 2, "oddity", 150 * 2), counts);
    }

    @Test
    void spectraOfKeptFunctionsLieBesideThem() throws IOException {
        ResultFolder results = ResultFolder.open(run("out", 1, false));
        List<Spectrum> spectra = new ArrayList<>();
        results.forEachSpectrum(spectra::add);
        assertEquals(9 * 2 * 2, spectra.size());
        assertEquals(9 * 2, results.samples().size());
        Spectrum last = spectra.getLast();
        assertEquals("fourier:prototype", last.metric());
        assertEquals(1, last.seed());
        assertArrayEquals(new double[] {1, 2}, last.amplitudes());
    }

    @Test
    void aRunWhoseFilesWereLostInPartResumesToTheSameBytes() throws IOException {
        Map<String, String> undisturbed = contents(run("undisturbed", 1, false));
        assertTrue(undisturbed.size() > 12, undisturbed.keySet()::toString);
        Path out = run("out", 4, false);
        Files.delete(out.resolve("rows/00001.arrow"));
        Files.delete(out.resolve("spectra/00002.arrow"));
        Files.writeString(out.resolve("spectra/00003.arrow.tmp"), "half a file");
        run("out", 2, true);
        assertEquals(undisturbed, contents(out));
    }

    @Test
    void theEstimateCountsTheNetworksOfAllSweepsAndNullModels() throws IOException {
        Estimate estimate = new Runner(plan(), catalog, catalog.find(Backend.class, "idle"), 1).estimate();
        assertEquals(9 * 150 / estimate.seconds(), estimate.networksPerSecond(), 1e-6 * estimate.networksPerSecond());
    }

    /** Every file but the provenance, which tells times. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("provenance.json")) {
                    contents.put(
                            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }
}
