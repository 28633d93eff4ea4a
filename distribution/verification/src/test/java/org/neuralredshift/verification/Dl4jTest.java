package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend dl4j in the full image, which only a build with the profile full makes. */
class Dl4jTest {
    /** What a report says of a cell: its parameters, its metric, the mean. */
    private static final Pattern CELL = Pattern.compile("\"([^\"]+?)\\\\n([a-z0-9:]+) (-?[0-9.]+) [^\"]*2 seeds ok\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void findTheImage() {
        assumeTrue(Files.isDirectory(Image.FULL), "no full image: build with -Pfull");
    }

    /** All in one test, for each unpacks the native libraries. */
    @Test
    void aStudyOnDl4jFindsWhatOneOnCpuFinds() throws IOException {
        Path study = Files.writeString(folder.resolve("agreement.yaml"), """
                study: agreement
                task: random-functions
                seed: 7
                seeds: 2
                null-models: []
                parameters: {depth: 2, width: 16, magnitude: [0.7, 1], grid: 32}
                sweeps:
                  - {activation: [relu, tanh, gelu]}
                  - {activation: tanh, layers: mlp+layer-norm}
                metrics: [fourier, dirichlet]
                """);
        Path cache = folder.resolve("cache");
        nrs("list", "backends").done();
        assertFalse(Files.exists(cache), "a listing unpacks the native libraries");
        nrs("run", study, "--backend", "cpu", "--out", "cpu").done();
        Nrs.Result run = nrs("run", study, "--backend", "dl4j", "--out", "dl4j").done();
        assertTrue(run.err().contains("unpacking"), run::toString);
        assertFalse(run.err().contains("SLF4J") || run.err().contains("restricted method"), run::toString);
        Map<String, Double> expected = means("cpu");
        Map<String, Double> found = means("dl4j");
        assertEquals(16, expected.size(), expected::toString);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((cell, mean) -> assertEquals(mean, found.get(cell), 0.0015 * Math.max(1, mean), cell));

        Nrs.Result bench = nrs("bench", "--backend", "dl4j", "--grid", 16, "--seconds", 0.1)
                .done();
        assertTrue(bench.out().contains("native libraries loaded in"), bench::toString);
    }

    private Nrs.Result nrs(Object... arguments) {
        List<String> words =
                new ArrayList<>(List.of(Image.FULL.resolve("bin/nrs").toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Nrs.run(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), words);
    }

    private Map<String, Double> means(String run) throws IOException {
        Matcher cells = CELL.matcher(Files.readString(folder.resolve(run).resolve("report.html")));
        Map<String, Double> means = new TreeMap<>();
        while (cells.find()) {
            means.put(cells.group(1) + ": " + cells.group(2), Double.parseDouble(cells.group(3)));
        }
        return means;
    }
}
