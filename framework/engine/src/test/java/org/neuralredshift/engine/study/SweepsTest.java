package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Cell;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;

/** Studies of several sets of cells, and what they are compared with. */
class SweepsTest {
    private static final String YAML = """
            task: planes
            seeds: 100
            parameters:
              depth: [1, 2]
            sweeps:
              - {magnitude: [1, 2]}
              - {activation: tanh, depth: 2, magnitude: "linspace(1, 2, 3)"}
              - {activation: relu, magnitude: [5, 2]}
            metrics: fourier
            claims:
              - claim: "It rises: steeply"
                source: Figure 4
                metric: fourier
                where: {activation: relu, depth: 2}
                effect: {of: magnitude, from: 1, to: 2}
                expect: rises
                by: 0.05
            """;

    @TempDir
    private Path temp;

    @Test
    void theCellsAreThoseOfAllSweepsEachOnce() throws IOException {
        Plan plan = plan(YAML);
        assertEquals(
                List.of(
                        "relu 1 1.0",
                        "relu 1 2.0",
                        "relu 1 5.0", // the third sweep has one of these again
                        "relu 2 1.0",
                        "relu 2 2.0",
                        "relu 2 5.0",
                        "tanh 2 1.0",
                        "tanh 2 1.5",
                        "tanh 2 2.0"),
                plan.cells().stream().map(SweepsTest::words).toList());
        assertEquals(9, plan.study().cells());
        assertEquals(900, plan.study().networks());
        assertEquals(900, plan.networks());
    }

    @Test
    void aCellHasTheSameIdInASweepAndOutOfIt() throws IOException {
        List<String> ids = plan(YAML).cells().stream().map(Cell::id).toList();
        Plan alone = plan("task: planes\nmetrics: fourier\nparameters: {activation: tanh, depth: 2, magnitude: 1.5}\n");
        assertEquals(ids.get(7), alone.cells().getFirst().id());
    }

    @Test
    void aBatchHasOneStructureHoweverManyCellsEachStructureHas() throws IOException {
        Plan plan = plan(YAML.replace("\"linspace(1, 2, 3)\"", "3"));
        // 300 networks of each relu structure in two batches, 100 of tanh in one.
        assertEquals(
                List.of(150, 150, 150, 150, 100),
                plan.batches().stream().map(batch -> batch.trials().size()).toList());
        HashSet<Trial> trials = new HashSet<>();
        for (TrialBatch batch : plan.batches()) {
            assertEquals(
                    1,
                    batch.trials().stream()
                            .map(trial -> words(trial.cell()).replaceFirst(" [0-9.]+$", ""))
                            .distinct()
                            .count());
            trials.addAll(batch.trials());
        }
        assertEquals(700, trials.size());
    }

    @Test
    void theValuesOfAParameterAreThoseOfAllSweeps() throws IOException {
        Study study = plan(YAML).study();
        assertEquals(List.of("activation", "magnitude", "depth"), study.swept());
        assertEquals(List.of(1.0, 2.0, 1.5, 5.0), study.values("magnitude"));
        assertEquals(List.of("relu", "tanh"), study.values("activation"));
        assertEquals(List.of(1L, 2L), study.values("depth"));
        assertEquals(List.of(), study.values("width"));
        assertEquals(List.of(3), List.of(study.cellSets().size()));
    }

    @Test
    void claimsAreCarriedWithTheValuesThatRowsHave() throws IOException {
        assertEquals(
                List.of(Map.of(
                        "claim", "It rises: steeply",
                        "source", "Figure 4",
                        "metric", "fourier",
                        "where", Map.of("activation", List.of("relu"), "depth", List.of(2L)),
                        "effect", Map.of("of", "magnitude", "from", 1.0, "to", 2.0),
                        "expect", "rises",
                        "by", 0.05)),
                plan(YAML).study().claims());
    }

    @Test
    void whatIsWrittenReadsBackEqualAndGivesTheSamePlan() throws IOException {
        for (String yaml : List.of(
                YAML, compared(""), compared("null-models: []"), compared("null-models: [{a: {depth: [1, 2]}}]"))) {
            Plan plan = plan(yaml);
            String written = StudyYaml.write(plan.study());
            Path file = Files.writeString(temp.resolve("study.yaml"), written);
            assertEquals(plan.study(), StudyYaml.read(file), written);
            Plan again = plan(written);
            assertEquals(plan.study(), again.study(), written);
            assertEquals(plan.cells(), again.cells(), written);
        }
    }

    @Test
    void theNullModelsOfTheTaskAreCellsOfEveryStudy() throws IOException {
        Plan plan = plan(compared(""));
        assertEquals(
                List.of(new Study.NullModel("oddity", Map.of("odd", List.of(true), "grid", List.of(4L, 8L)))),
                plan.study().nullModels());
        assertEquals(List.of(false), plan.study().values("odd"));
        assertEquals(4, plan.study().cells());
        assertEquals(6, plan.cells().size());
        assertEquals(18, plan.networks());
        List<Cell> odd = plan.cells().stream()
                .filter(cell -> cell.parameters().flag("odd"))
                .toList();
        assertEquals(
                List.of("relu 3 1.0", "relu 3 1.0"),
                odd.stream().map(SweepsTest::words).toList());
        assertEquals(
                List.of(4L, 8L),
                odd.stream().map(cell -> cell.parameters().integer("grid")).toList());
    }

    @Test
    void theReportTellsNullModelsFromNetworksByTheirParameters() throws IOException {
        Plan plan = plan(compared(""));
        for (Cell cell : plan.cells()) {
            assertEquals(
                    cell.parameters().flag("odd") ? Optional.of("oddity") : Optional.empty(),
                    plan.study().nullModel(cell.parameters().values()).map(Study.NullModel::name));
        }
        Study studied = plan(compared("sweeps: [{odd: true}]")).study();
        Map<String, Object> network =
                Map.of("activation", "relu", "magnitude", 1.0, "depth", 1L, "odd", true, "grid", 4L);
        assertEquals(Optional.empty(), studied.nullModel(network), "what is studied is no null model");
    }

    @Test
    void whatIsStudiedAndANullModelTooIsCountedOnce() throws IOException {
        Plan both = plan("task: compared-planes\nmetrics: fourier\nseeds: 3\nparameters: {odd: [false, true]}\n");
        assertEquals(2 * 3, both.networks());
        for (Plan plan : List.of(both, plan(YAML), plan(compared("")), plan(compared("sweeps: [{odd: true}]")))) {
            assertEquals(plan.networks(), plan.study().networksWithNullModels(defaults(plan)), plan.study()::toString);
            for (Cell cell : plan.cells()) {
                assertTrue(plan.study().has(cell.parameters().values()), cell::toString);
            }
        }
        assertFalse(both.study().has(Map.of("activation", "relu", "magnitude", 7.0, "odd", false)));
    }

    private static Map<String, Object> defaults(Plan plan) {
        return plan.resolved().task().parameters().parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::initial));
    }

    @Test
    void aStudyMayLeaveNullModelsOutOrAddItsOwn() throws IOException {
        assertTrue(plan(compared("null-models: []")).study().nullModels().isEmpty());
        assertEquals(4, plan(compared("null-models: []")).cells().size());
        Plan own = plan(compared("null-models: [oddity, {deep: {depth: 9}}]"));
        assertEquals(
                List.of("oddity", "deep"),
                own.study().nullModels().stream().map(Study.NullModel::name).toList());
        assertEquals(7, own.cells().size());
    }

    @Test
    void whoeverReplacesAValueThatEverySweepReplacesIsTold() throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), YAML);
        UserException e = assertThrows(
                UserException.class,
                () -> Studies.read(file, Preset.STANDARD, List.of("parameters.magnitude=1"), Laboratory.catalog()));
        assertTrue(
                e.getMessage().startsWith("--set parameters.magnitude=1: parameters.magnitude has no effect"),
                e::getMessage);
        List<String> without = List.of("parameters.magnitude=1", "sweeps=[]");
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, without, Laboratory.catalog()));
        assertEquals(2, plan.cells().size());
    }

    @Test
    void aSweptParameterSaysWhoChoseIt() throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), YAML);
        assertEquals(
                Map.of(
                        "activation", ParameterOrigin.SET,
                        "magnitude", ParameterOrigin.SET,
                        "depth", ParameterOrigin.SET,
                        "odd", ParameterOrigin.ASSUMED,
                        "grid", ParameterOrigin.ASSUMED),
                Studies.read(file, Preset.STANDARD, List.of(), Laboratory.catalog())
                        .origins());
        assertEquals(
                Map.of(
                        "activation", ParameterOrigin.PRESET,
                        "magnitude", ParameterOrigin.PRESET,
                        "depth", ParameterOrigin.PRESET,
                        "odd", ParameterOrigin.ASSUMED,
                        "grid", ParameterOrigin.SET),
                Studies.readShipped(file, Preset.STANDARD, List.of("parameters.grid=8"), Laboratory.catalog())
                        .origins());
    }

    private static String compared(String line) {
        return "task: compared-planes\nseeds: 3\nmetrics: fourier\nparameters: {depth: [1, 2], grid: [4, 8]}\n" + line
                + "\n";
    }

    private static String words(Cell cell) {
        Parameters parameters = cell.parameters();
        return parameters.text("activation") + " " + parameters.integer("depth") + " " + parameters.real("magnitude");
    }

    private Plan plan(String yaml) throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), yaml);
        return Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), Laboratory.catalog()));
    }
}
