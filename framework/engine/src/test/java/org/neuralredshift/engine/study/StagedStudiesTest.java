package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;

/** Studies of a task that measures quantities at stages. */
class StagedStudiesTest {
    private static final String STUDY = """
            study: climbs
            task: climbs
            seeds: 5
            parameters: {magnitude: [1, 2, 4], early: [3, 10], activation: [relu, tanh]}
            metrics: fourier
            """;

    @TempDir
    private Path temp;

    private ResolvedStudy read(String more) throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), STUDY + more);
        return Studies.read(file, Preset.STANDARD, List.of(), Laboratory.climbing(step -> {}));
    }

    @Test
    void theStagesOfAllCellsAreThoseOfTheStudy() throws IOException {
        Study study = read("").study();
        assertEquals(List.of("initial", "3", "10", "final"), study.measured().stages());
        assertEquals(List.of("fourier", "height", "test-accuracy"), study.measures());
    }

    @Test
    void stagesThatATaskRefusesAreToldWithTheirPlace() throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), STUDY.replace("early: [3, 10]", "early: [3, 900]"));
        UserException e = assertThrows(
                UserException.class,
                () -> Studies.read(file, Preset.STANDARD, List.of(), Laboratory.climbing(step -> {})));
        assertTrue(
                e.getMessage().contains("study.yaml:4") && e.getMessage().contains("parameters.early is 900"),
                e.getMessage());
    }

    @Test
    void whatARunWritesReadsBackEqual() throws IOException {
        ResolvedStudy resolved = read("""
                figures:
                  - {kind: lines, stack: ["fourier@initial", [height, "height@3"]], x: magnitude, fit: {height: quadratic}}
                  - {kind: points, x: "fourier@initial", y: test-accuracy, fit: quadratic, names: {"fourier@initial": before}}
                  - {kind: pictures, x: stage, y: activation}
                claims:
                  - {claim: a, metric: "height@final", best: [activation, magnitude], level: {expect: above, than: 1}}
                  - {claim: b, metric: height, peak: magnitude, effect: {of: activation, from: relu, to: tanh}, expect: rises}
                  - {claim: c, metric: height, effect: {of: stage, from: initial, to: "3"}, expect: rises}
                  - {claim: d, metric: height, best: magnitude, effect: {of: magnitude, from: best, to: 4}, expect: falls}
                """);
        String text = StudyYaml.write(resolved);
        Path written = Files.writeString(temp.resolve("written.yaml"), text);
        Study back = StudyYaml.read(written);
        assertEquals(resolved.study().figures(), back.figures());
        assertEquals(resolved.study().claims(), back.claims());
        assertEquals("m", back.measured().unit("height"));
        assertEquals("height", back.claims().getFirst().get("metric"), "the last stage has the bare label");
        assertEquals(
                Map.of("of", "magnitude", "fit", "quadratic"),
                back.claims().get(1).get("peak"));
        assertEquals(
                text,
                StudyYaml.write(Studies.read(written, Preset.STANDARD, List.of(), Laboratory.climbing(step -> {}))));
    }

    @Test
    void ofATaskThatMeasuresOnceNothingIsWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("planes.yaml"), "task: planes\nmetrics: fourier\n");
        ResolvedStudy planes = Studies.read(file, Preset.STANDARD, List.of(), Laboratory.catalog());
        assertFalse(StudyYaml.write(planes).contains("measured"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures: [{kind: lines, metric: test-acuracy}]|neither a metric nor a quantity|Did you mean test-accuracy?",
                "figures: [{kind: lines, metric: 'height@initail'}]|the stage initail|Did you mean initial?",
                "figures: [{kind: lines, metric: 'height@initial', x: stage}]|over all stages|Write height",
                "figures: [{kind: heatmap, metric: height, x: stage}]|which heat maps do not have|lines or pictures",
                "figures: [{kind: lines, stack: [height]}]|two rows or more|Write stack:",
                "figures: [{kind: lines, metric: height, stack: [height, fourier]}]|beside metric|one of the two",
                "figures: [{kind: lines, metric: height, fit: cubic}]|must be one of quadratic|''",
                "figures: [{kind: points, x: fourier}]|has no y|Write for instance",
                "claims: [{claim: a, metric: height, best: magnitude, peak: magnitude, level: {expect: above, than: 1}}]"
                        + "|stands beside peak|Ask for the level",
                "claims: [{claim: a, metric: height, peak: activation, level: {expect: above, than: 1}}]"
                        + "|which is no number|best: activation",
                "claims: [{claim: a, metric: height, effect: {of: magnitude, from: best, to: 4}, expect: falls}]"
                        + "|asks for the best magnitude|best: magnitude",
                "claims: [{claim: a, metric: height, best: magnitude, effect: {of: magnitude, from: best, to: best}, expect: falls}]"
                        + "|from the best to the best|Give one end a value",
                "figures: [{kind: lines, metric: height, names: {'height@initail': before}}]"
                        + "|names the value height@initail|Did you mean height@initial?",
                "claims: [{claim: a, metric: height, best: magnitude, correlation: {with: fourier, expect: above, than: 1}}]"
                        + "|is nothing that a claim of a correlation has|''",
                "claims: [{claim: a, metric: height, best: magnitude, expect: rises,"
                        + " effect: {of: stage, from: initial, to: final}}]|beside an effect of stage|at each stage",
                "claims: [{claim: a, metric: height, peak: magnitude, expect: rises,"
                        + " effect: {of: magnitude, from: 1, to: 4}}]|sought along magnitude|to one of the two",
                "claims: [{claim: a, metric: height, best: [activation, magnitude], expect: rises,"
                        + " effect: {of: magnitude, from: 1, to: 4}}]|sought along magnitude|to one of the two",
                "claims: [{claim: a, metric: height, null-model: noise, level: {expect: above, than: 1}}]"
                        + "|no null model of the study|There is none",
                "measured: {stages: [final], quantities: {}}|is not what the task measures|remove it"
            })
    void mistakesAreToldWithTheNextStep(String yaml, String problem, String hint) {
        UserException e = assertThrows(UserException.class, () -> read(yaml + "\n"));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertTrue(e.hint().orElse("").contains(hint), e.hint().orElse(""));
    }

    @Test
    void aTaskThatMeasuresOnceHasNoAxisOfStages() throws IOException {
        Path file = Files.writeString(
                temp.resolve("planes.yaml"),
                "task: planes\nmetrics: fourier\nfigures: [{kind: lines, metric: fourier, x: stage}]\n");
        UserException e = assertThrows(
                UserException.class, () -> Studies.read(file, Preset.STANDARD, List.of(), Laboratory.catalog()));
        assertTrue(e.getMessage().contains("measures once"), e.getMessage());
    }

    @Test
    void linesDoNotLieOverStagesThatAreNoNumbers() throws IOException {
        Path file = temp.resolve("named.yaml");
        Files.writeString(
                file,
                STUDY.replace("early", "named: true, early") + "figures: [{kind: lines, metric: height, x: stage}]\n");
        UserException e = assertThrows(
                UserException.class,
                () -> Studies.read(file, Preset.STANDARD, List.of(), Laboratory.climbing(step -> {})));
        assertTrue(e.getMessage().contains("the stage warm is no number of steps"), e.getMessage());
        assertTrue(e.hint().orElse("").contains("kind: pictures"), e.hint().orElse(""));
        Files.writeString(
                file,
                STUDY.replace("early", "named: true, early")
                        + "figures: [{kind: pictures, x: stage, y: activation}]\n");
        Study study = Studies.read(file, Preset.STANDARD, List.of(), Laboratory.climbing(step -> {}))
                .study();
        assertEquals(List.of("initial", "warm", "final"), study.measured().stages());
    }

    @Test
    void unitsAreThoseOfTheTask() {
        Measured measured = new Measured(List.of(new Quantity("psnr", "dB", "a ratio")), List.of("final"));
        assertEquals("dB", measured.unit("psnr"));
        assertEquals("", measured.unit("fourier"));
    }
}
