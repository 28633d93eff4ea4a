package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend cuda of the image: where no card can be used, told and not crashed; else in a whole study. */
class CudaTest {
    /** Libraries whose card is the processor: the tests of the backend leave them behind, where there is a g++. */
    private static final Path ON_HOST = Image.SOURCES.resolve("plugins-backends/cuda/target/cuda-on-host");
    /** What a report says of a cell: its parameters, its metric, the mean. */
    private static final Pattern CELL = Pattern.compile("\"([^\"]+?)\\\\n([a-z0-9:]+) (-?[0-9.]+) [^\"]*2 seeds ok\"");

    @TempDir
    private Path folder;

    /** In an environment that names a folder of ours, which has nothing. */
    private Nrs.Result nrs(Object... arguments) {
        return nrs(named(), arguments);
    }

    private Nrs.Result nrs(Path libraries, Object... arguments) {
        List<String> words =
                new ArrayList<>(List.of(Image.HOME.resolve("bin/nrs").toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        String cache = folder.resolve("cache").toString();
        return Nrs.run(folder, Map.of("NRS_CUDA_LIBRARIES", libraries.toString(), "XDG_CACHE_HOME", cache), words);
    }

    private Path named() {
        return folder.resolve("named");
    }

    private void assumeNoCard() {
        assumeFalse(
                nrs("list", "backends").done().out().lines().anyMatch(line -> line.matches(" *cuda +usable.*")),
                "there is a card");
    }

    @Test
    void withoutACardARunEndsAtOnceWithOneSentenceAndExitCodeThree() throws IOException {
        assumeNoCard();
        Path study = SmallStudy.quick(folder);
        for (List<Object> words : List.<List<Object>>of(
                List.of("run", study, "--out", "out", "--backend", "cuda"),
                List.of("reproduce", "figure4", "--backend", "cuda", "--out", "figure"),
                List.of("sample", "--activation", "relu", "--backend", "cuda", "--to", "functions"))) {
            Nrs.Result result = nrs(words.toArray());
            assertEquals(3, result.exit(), result::toString);
            assertEquals("", result.out());
            assertTrue(
                    result.err().contains("nrs: The backend cuda cannot run here: ")
                            && result.err().contains("nrs list backends"),
                    result::toString);
            assertFalse(result.err().contains("Exception"), result::toString);
        }
        assertFalse(Files.exists(folder.resolve("out")), "a run that cannot begin leaves a folder");
    }

    @Test
    void withoutACardTheFallbackComputes() throws IOException {
        assumeNoCard();
        Path study = SmallStudy.quick(folder);
        Nrs.Result run = nrs("run", study, "--backend", "cuda", "--fallback", "cpu", "--out", "out")
                .done();
        assertTrue(run.err().contains("The fallback cpu computes."), run::toString);
        String provenance = Files.readString(folder.resolve("out/provenance.json"));
        assertTrue(provenance.contains("\"fallback\" : \"cpu\""), provenance);
        nrs("run", study, "--backend", "cuda", "--fallback", "reference", "--out", "out", "--resume")
                .refused("fallback", "cpu", "reference");
    }

    @Test
    void whatWasLookedForIsToldToWhoeverAsks() throws IOException {
        assumeNoCard();
        String missing = "not in " + named() + " (NRS_CUDA_LIBRARIES): no such folder";
        Nrs.Result why = nrs("plugins", "why", "backend/cuda").done();
        assertTrue(why.out().contains("UNAVAILABLE") && why.out().contains("NATIVE_ACCESS"), why::toString);
        assertTrue(why.out().contains(missing) && why.out().contains("libnvrtc.so.13"), why::toString);
        Nrs.Result doctor = nrs("doctor").done();
        assertTrue(doctor.out().contains(missing), doctor::toString);
        assertTrue(doctor.out().matches("(?s).*\n  cuda +not usable .*"), doctor::toString);
        assertTrue(nrs("doctor", "--json").done().out().contains(missing));
    }

    /** A driver that is damaged is a reason, too. */
    @Test
    void aDriverThatCannotBeLoadedIsAReason() throws IOException {
        Files.createDirectories(named());
        Path driver = Files.writeString(named().resolve("libcuda.so.1"), "no library");
        Nrs.Result result = nrs("sample", "--activation", "relu", "--backend", "cuda", "--to", "functions");
        assertEquals(3, result.exit(), result::toString);
        assertTrue(result.err().contains(driver.toString()), result::toString);
    }

    private static Path onHost() throws IOException {
        assumeTrue(
                Files.isDirectory(ON_HOST),
                "no libraries that make a card of the processor: the backend's tests make them");
        try (Stream<Path> built = Files.list(ON_HOST)) {
            return built.filter(path -> Files.exists(path.resolve("libnvrtc.so.13")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aStudyOnACardThatIsTheProcessorFindsWhatOneOnCpuFinds() throws IOException {
        Path libraries = onHost();
        Path study = Files.writeString(folder.resolve("agreement.yaml"), """
                study: agreement
                task: random-functions
                seed: 7
                seeds: 2
                null-models: []
                parameters: {depth: 2, width: 16, magnitude: [0.7, 1], grid: 32}
                sweeps:
                  - {activation: [relu, tanh]}
                  - {activation: gelu, layers: mlp+layer-norm}
                metrics: [fourier, dirichlet]
                """);
        nrs("run", study, "--backend", "cpu", "--out", "cpu").done();
        Nrs.Result run = nrs(libraries, "run", study, "--backend", "cuda", "--out", "cuda")
                .done();
        assertFalse(run.err().contains("restricted method"), run::toString);
        Map<String, Double> expected = means("cpu");
        Map<String, Double> found = means("cuda");
        assertEquals(12, expected.size(), expected::toString);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((cell, mean) -> assertEquals(mean, found.get(cell), 0.0015 * Math.max(1, mean), cell));
        String provenance = Files.readString(folder.resolve("cuda/provenance.json"));
        assertTrue(provenance.contains("the processor as a card"), provenance);
        assertTrue(provenance.contains("\"measured-on\" : \"backend\""), provenance);
        nrs(libraries, "run", study, "--backend", "cuda:split-tf32", "--out", "cuda", "--resume")
                .refused("differs in the backend", "cuda", "cuda:split-tf32");
        try (Stream<Path> kernels = Files.list(folder.resolve("cache/nrs/cuda"))) {
            assertTrue(kernels.findAny().isPresent(), "no compiled kernel is kept");
        }
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
