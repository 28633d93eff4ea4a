package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;

class StudiesTest {
    private static final String YAML = """
            study: slopes
            title: "Slopes: how steep?"
            task: planes
            seed: 1
            seeds: 10
            parameters:
              activation: [relu, tanh]
              depth: range(1, 8)
              magnitude: logspace(0.1, 100, 4)
            metrics: [fourier, "fourier:prototype", {lz78: {scan: hilbert}}]
            keep-samples: 1
            figures:
              - {kind: heatmap, panel: activation, x: magnitude, y: depth, metric: fourier, title: "a: b"}
            quick: {seeds: 3, parameters.depth: "range(1,4)"}
            full: {parameters: {magnitude: "linspace(0, 1, 5)"}}
            """;

    private final Catalog catalog = Laboratory.catalog();

    @TempDir
    private Path temp;

    @Test
    void everyDefaultIsFilledInAndSaysWhoChoseIt() throws IOException {
        ResolvedStudy resolved = read(Preset.STANDARD);
        Study study = resolved.study();
        assertEquals(
                List.of("activation", "magnitude", "depth", "odd", "grid"),
                List.copyOf(study.parameters().keySet()));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), study.values("depth"));
        assertEquals(List.of(0.1, 1.0, 10.0, 100.0), study.values("magnitude"));
        assertEquals(List.of(4L), study.values("grid"));
        assertEquals(List.of("activation", "magnitude", "depth"), study.swept());
        assertEquals(List.of("fourier", "fourier:prototype", "lz78[scan=hilbert]"), study.metrics());
        assertEquals(64, study.cells());
        assertEquals(640, study.networks());
        assertEquals(ParameterOrigin.SET, resolved.origins().get("depth"));
        assertEquals(ParameterOrigin.ASSUMED, resolved.origins().get("grid"));
    }

    @Test
    void variantsAndThenOptionsAreLaidOverTheFile() throws IOException {
        assertEquals(List.of(1L, 2L, 3L, 4L), read(Preset.QUICK).study().values("depth"));
        assertEquals(3, read(Preset.QUICK).study().seeds().size());
        assertEquals(
                List.of(0.0, 0.25, 0.5, 0.75, 1.0), read(Preset.FULL).study().values("magnitude"));
        Study study = read(
                        Preset.QUICK,
                        "parameters.depth=3",
                        "seeds=[7, 9]",
                        "parameters.magnitude=logspace(1,10,2)",
                        "metrics=fourier")
                .study();
        assertEquals(List.of(3L), study.values("depth"));
        assertEquals(List.of(7L, 9L), study.seeds());
        assertEquals(List.of(1.0, 10.0), study.values("magnitude"));
        assertEquals(List.of("fourier"), study.metrics());
    }

    @Test
    void aResolvedStudyReadsBackEqualWithAndWithoutPlugins() throws IOException {
        Study study = read(Preset.STANDARD).study();
        Path file = Files.writeString(temp.resolve("resolved.yaml"), StudyYaml.write(study));
        assertEquals(study, StudyYaml.read(file));
        assertEquals(
                study, Studies.read(file, Preset.STANDARD, List.of(), catalog).study());
        assertEquals(StudyYaml.write(study), StudyYaml.write(StudyYaml.read(file)));
    }

    @Test
    void wordsThatYamlWouldMisreadAreQuoted() throws IOException {
        Study odd = new Study(
                "1e3",
                "true",
                "a: b\n# no comment \"quoted\" é",
                "planes",
                0,
                List.of(0L),
                Map.of("magnitude", List.of(1e-5, 1e38, 5.0), "word", List.of("null", "-", "12")),
                List.of("fourier"),
                0,
                List.of(Map.of(
                        "kind",
                        "lines",
                        "x",
                        "magnitude",
                        "lines",
                        List.of("word"),
                        "where",
                        Map.of("magnitude", List.of(1e-5, 5.0), "word", List.of("null", "12")),
                        "names",
                        Map.of("12", "[x]"),
                        "title",
                        "on")));
        Path file = Files.writeString(temp.resolve("odd.yaml"), StudyYaml.write(odd));
        assertEquals(odd, StudyYaml.read(file));
    }

    @Test
    void severalValuesOfAMetricsParameterAreSeveralMetrics() throws IOException {
        String metrics = "metrics=[fourier, {lz78: {scan: [rows, hilbert], levels: \"range(2, 3)\"}}]";
        assertEquals(
                List.of("fourier", "lz78", "lz78[levels=3]", "lz78[scan=hilbert]", "lz78[scan=hilbert,levels=3]"),
                read(Preset.STANDARD, metrics).study().metrics());
    }

    @Test
    void cellsAreAllCombinationsWithIdsThatDependOnNothingElse() throws IOException {
        Plan plan = Studies.plan(read(Preset.STANDARD));
        Set<String> ids = new HashSet<>();
        plan.cells().forEach(cell -> ids.add(cell.id()));
        assertEquals(64, ids.size());
        Plan other = Studies.plan(read(Preset.QUICK, "parameters.depth=4", "metrics=[lz78, fourier]", "study=other"));
        assertTrue(ids.containsAll(other.cells().stream().map(Cell::id).toList()));
    }

    @Test
    void theIdOfACellIsTheHashThatAnyoneCanCompute() throws IOException {
        Plan plan = Studies.plan(
                read(Preset.STANDARD, "parameters.activation=relu", "parameters.depth=3", "parameters.magnitude=1"));
        // printf 'planes\nactivation=relu\ndepth=3\ngrid=4\nmagnitude=1.0\nodd=false\n' | sha256sum
        assertEquals("4f72eb55b2b1", plan.cells().getFirst().id());
    }

    @Test
    void aBatchHasOneStructureAndAtMost256Networks() throws IOException {
        Plan plan = Studies.plan(read(Preset.STANDARD, "seeds=100"));
        assertEquals(6400, plan.networks());
        // 16 structures of 4 magnitudes and 100 seeds each: 400 networks in two batches of 200.
        assertEquals(32, plan.batches().size());
        for (TrialBatch batch : plan.batches()) {
            assertEquals(200, batch.trials().size());
            assertEquals(1, batch.studySeed());
            assertEquals(
                    1,
                    batch.trials().stream()
                            .map(trial -> trial.cell().parameters().text("activation")
                                    + trial.cell().parameters().integer("depth"))
                            .distinct()
                            .count());
        }
        Set<Trial> trials = new HashSet<>();
        plan.batches().forEach(batch -> trials.addAll(batch.trials()));
        assertEquals(6400, trials.size());
    }

    @Test
    void aPlanOfManyNetworksTakesNoMemoryForEach() throws IOException {
        Plan plan = Studies.plan(read(Preset.STANDARD, "seeds=700000"));
        assertEquals(44_800_000, plan.networks());
        // 16 structures of 4 magnitudes and 700000 seeds each, 2800000 / 256 = 10937.5.
        assertEquals(16 * 10_938, plan.batches().size());
        assertEquals(0, plan.batches().getFirst().trials().getFirst().seed());
        Trial last = plan.batches().getLast().trials().getLast();
        assertEquals(699_999, last.seed());
        assertEquals(plan.cells().getLast(), last.cell());
    }

    @Test
    void seedsThatFollowOneAnotherAreWrittenInShort() throws IOException {
        assertTrue(StudyYaml.write(read(Preset.STANDARD).study()).contains("\nseeds: 10\n"));
        for (String seeds : List.of("[3, 4, 5, 6]", "range(3, 6)", "[7, 9]", "[9, 8]", "[5]")) {
            Study study = read(Preset.STANDARD, "seeds=" + seeds).study();
            String yaml = StudyYaml.write(study);
            assertTrue(yaml.contains(seeds.contains("3") ? "\nseeds: \"range(3, 6)\"\n" : "\nseeds: " + seeds), yaml);
            Path file = Files.writeString(temp.resolve("seeds.yaml"), yaml);
            assertEquals(study, StudyYaml.read(file));
        }
    }

    @Test
    void aLibraryListsItsStudiesAndSuggestsTheNearest() throws IOException {
        Files.writeString(temp.resolve("figure4.yaml"), "title: Four\n");
        Files.writeString(temp.resolve("another.yaml"), "task: planes\n");
        Files.writeString(temp.resolve("notes.txt"), "no study");
        StudyLibrary library = new StudyLibrary(temp);
        assertEquals(
                List.of("another", "figure4"),
                library.list().stream().map(StudyLibrary.Entry::name).toList());
        assertEquals("Four", library.find("figure4").title());
        UserException e = assertThrows(UserException.class, () -> library.find("figure5"));
        assertTrue(e.hint().orElseThrow().startsWith("Did you mean figure4?"));
    }

    @Test
    void theTitleIsThatOfTheStudyWhereverItStands() throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(
                "task: planes\nfigures: [{title: a figure}]\nparameters: {title: 3}\ntitle: \"mine: yes\"\n",
                "mine: yes");
        titles.put("title: >-\n  two\n  lines\nseeds: 3\n", "two lines");
        titles.put("title: read so far\nseeds: [3\n", "read so far");
        titles.put("task: title\nseeds: 3\n", "");
        titles.put("? [a, b]\n: title\ntitle: after a key that is no word\n", "after a key that is no word");
        titles.put("[title, no]", "");
        for (Map.Entry<String, String> entry : titles.entrySet()) {
            Files.writeString(temp.resolve("titled.yaml"), entry.getKey());
            assertEquals(entry.getValue(), new StudyLibrary(temp).find("titled").title(), entry.getKey());
        }
        Files.writeString(temp.resolve("titled.yaml"), "seeds: [3\ntitle: never\n");
        UserException e = assertThrows(UserException.class, new StudyLibrary(temp)::list);
        assertTrue(e.getMessage().contains("titled.yaml:2"), e.getMessage());
    }

    private ResolvedStudy read(Preset preset, String... options) throws IOException {
        Path file = Files.writeString(temp.resolve("slopes.yaml.in"), YAML);
        return Studies.read(file, preset, List.of(options), catalog);
    }
}
