package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.UserException;

/** Every mistake names file, line, column, path, the value and the next step. */
class StudyErrorsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            depth: -1                | 4:10: parameters.depth is -1, but must be a whole number from 0 to 1000 layers
            depth: 1.5               | 4:10: parameters.depth is 1.5, but must be a whole number
            depth: []                | 4:10: parameters.depth is an empty list
            depth: [1, 2, 1]         | 4:17: parameters.depth[2] has the value 1 twice
            depth: range(8, 1)       | 4:10: parameters.depth is range(8, 1), which is empty: 8 is above 1
            depth: range(1, x)       | 4:10: parameters.depth is range(1, x), but 'x' is no whole number
            depth: span(1, 2)        | 4:10: parameters.depth is span(1, 2), but there is no range called span
            depth: linspace(1, 2, 3) | 4:10: parameters.depth is 1.5, but must be a whole number
            depth: {from: 1}         | 4:10: parameters.depth has keys
            depth:                   | parameters.depth has no value
            magnitude: logspace(0, 1, 3) | 4:14: parameters.magnitude is logspace(0, 1, 3), but both ends
            magnitude: .nan          | 4:14: parameters.magnitude is NaN, but must be a finite number
            magnitude: big           | 4:14: parameters.magnitude is big, but must be a finite number
            odd: maybe               | 4:8: parameters.odd is maybe, but must be true or false
            activation: [relu, tahn] | 4:22: parameters.activation[1] is tahn, but there is no activation tahn
            detph: 3                 | 4:10: parameters.detph is no parameter of the task planes
            """)
    void ofParameters(String line, String expected) {
        UserException e = mistake("task: planes\nmetrics: fourier\nparameters:\n  " + line + "\n");
        assertTrue(e.getMessage().startsWith(temp.resolve("study.yaml") + ":4:"), e.getMessage());
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seeds: 0              | 3:8: seeds is 0, but must be a whole number from 1
            seeds: -3             | 3:8: seeds is -3
            seeds: []             | 3:8: seeds is an empty list
            seeds: [1, 1]         | 3:12: seeds[1] has the seed 1 twice
            seed: 4294967296      | 3:7: seed is 4294967296, but must be a whole number from 0 to 4294967295
            keep-samples: -1      | 3:15: keep-samples is -1
            keep-sample: 1        | 3:1: keep-sample is no field of a study
            sweeps: {depth: 1}    | 3:9: sweeps must be a list
            sweeps: [depth]       | 3:10: sweeps[0] must be parameters with values
            sweeps: [{detph: 1}]  | 3:18: sweeps[0].detph is no parameter of the task planes
            sweeps: [{depth: -1}] | 3:18: sweeps[0].depth is -1, but must be a whole number
            null-models: noise    | 3:14: null-models must be a list
            null-models: [noise]  | 3:15: null-models[0] is noise, which is no null model of the task planes
            null-models: [{flat: {}}] | 3:22: null-models[0].flat must name the parameters that make it
            null-models: [{flat: {grid: 1}}] | 3:29: null-models[0].flat.grid is 1, but must be
            null-models: [{a: {depth: 1}}, {a: {depth: 2}}] | 3:32: null-models[1] is a second null model called a
            claims: {claim: x}    | 3:9: claims must be a list of claims
            claims: [{metric: fourier}] | 3:10: claims[0] has no claim
            claims: [{claim: x, metric: fourier, level: 1, correlation: 2}] | claims[0] must have one of effect,
            claims: [{claim: x, metric: lz78, level: {than: 1}}] | claims[0].metric is lz78, which is no metric
            claims: [{claim: x, metric: fourier, whree: {}, level: {than: 1}}] | claims[0].whree is nothing that a claim
            claims: [{claim: x, metric: fourier, where: {activation: tahn}, level: {than: 1}}] | claims[0].where.activation is tahn, but there is no
            claims: [{claim: x, metric: fourier, effect: {of: width, from: 1, to: 2}}] | claims[0].effect.of is no parameter
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 1}}] | claims[0].effect has no to
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: [1, 2], to: 3}}] | claims[0].effect.from must be a single
            claims: [{claim: x, metric: fourier, correlation: {with: lz78}}] | claims[0].correlation.with is lz78, which is no
            figures: {kind: x}    | 3:10: figures must be a list of figures
            figures: [{x: depth}] | 3:11: figures[0] has no kind
            figures: [{kind: heatmap, x: width}] | figures[0].x is width, which is neither a parameter
            figures: [{kind: heatmap, metric: lz78}] | figures[0].metric is lz78, which is no metric of this study
            task: [a, b           | this is no YAML
            metrics: [fourier]    | twice
            """)
    void ofFields(String line, String expected) {
        UserException e = mistake("task: planes\nmetrics: fourier\n" + line + "\n");
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertTrue(e.getMessage().startsWith(temp.resolve("study.yaml") + ":"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [fourier, fourier]     | 2:20: metrics[1] names fourier twice
            []                     | 2:10: metrics is an empty list
            furier                 | There is no metric furier
            [{lz78: {level: 3}}]   | 2:11: metrics[0]: The metric lz78 has no parameter level
            "lz78[levels=64]"      | cannot carry: levels is 64, but must be at most 16
            """)
    void ofMetrics(String metrics, String expected) {
        UserException e = mistake("task: planes\nmetrics: " + metrics + "\n");
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @Test
    void aMissingTaskOrMetricIsNamed() {
        assertTrue(mistake("metrics: fourier\n").getMessage().contains("task is missing"));
        assertTrue(mistake("task: planes\n").getMessage().contains("metrics is missing"));
        assertTrue(mistake("").getMessage().contains("is empty"));
        assertTrue(mistake("- a\n").getMessage().contains("must be keys with values"));
    }

    @Test
    void aMisspeltNameSuggestsTheNearest() {
        UserException e = mistake("task: plans\nmetrics: fourier\n");
        assertEquals(
                "Did you mean planes? There is: compared-planes, planes.",
                e.hint().orElseThrow());
    }

    @Test
    void anOptionIsNamedAsItWasWritten() {
        UserException e = assertThrows(
                UserException.class,
                () -> read("task: planes\nmetrics: fourier\n", Preset.STANDARD, List.of("parameters.depth=-2")));
        assertTrue(
                e.getMessage().startsWith("--set parameters.depth=-2: parameters.depth is -2, but must be"),
                e.getMessage());
    }

    @Test
    void anOptionForAParameterWithoutItsPrefixSaysHowToWriteIt() {
        UserException e = assertThrows(
                UserException.class,
                () -> read("task: planes\nmetrics: fourier\n", Preset.STANDARD, List.of("depth=3")));
        assertTrue(e.hint().orElseThrow().contains("parameters.depth"), e.hint().orElseThrow());
    }

    @Test
    void aVariantThatTheFileDoesNotDeclareIsRefused() {
        UserException e = assertThrows(
                UserException.class, () -> read("task: planes\nmetrics: fourier\n", Preset.QUICK, List.of()));
        assertTrue(e.getMessage().contains("declares no variant quick"), e.getMessage());
    }

    @Test
    void aStudyTooLargeToMeanIsRefused() {
        UserException e = mistake(
                "task: planes\nmetrics: fourier\nseeds: 1000000\nparameters: {magnitude: 'linspace(1, 2, 1000)'}\n");
        assertTrue(e.getMessage().contains("1.00e+09 networks"), e.getMessage());
        assertTrue(e.hint().orElseThrow().contains("magnitude"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        UserException e = assertThrows(
                UserException.class,
                () -> Studies.read(temp.resolve("none.yaml"), Preset.STANDARD, List.of(), Laboratory.catalog()));
        assertTrue(e.getMessage().contains("none.yaml"), e.getMessage());
    }

    private UserException mistake(String yaml) {
        return assertThrows(UserException.class, () -> read(yaml, Preset.STANDARD, List.of()));
    }

    private ResolvedStudy read(String yaml, Preset preset, List<String> options) throws IOException {
        Path file = Files.writeString(temp.resolve("study.yaml"), yaml);
        return Studies.read(file, preset, options, Laboratory.catalog());
    }
}
