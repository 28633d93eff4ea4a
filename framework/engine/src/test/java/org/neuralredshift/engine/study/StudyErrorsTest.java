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

    @Test
    void aMetricThatThrowsBeforeItIsSampledIsNamed() {
        UserException e = mistake("task: planes\nmetrics: lz78[levels=13]\n");
        assertTrue(
                e.getMessage()
                        .contains(":2:10: metrics is lz78[levels=13], whose sampling threw IllegalStateException"),
                e.getMessage());
        assertTrue(e.hint().orElseThrow().contains("a fault of the plugin"), e.toString());
    }

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
            claims: {claim: x}    | 3:9: claims must be a list
            claims: [{metric: fourier}] | 3:10: claims[0] has no claim
            claims: [{claim: x, metric: fourier, level: 1, correlation: 2}] | claims[0] must have one of effect,
            claims: [{claim: x, metric: lz78, level: {than: 1}}] | claims[0].metric is lz78, which is no metric
            claims: [{claim: x, metric: fourier, whree: {}, level: {than: 1}}] | claims[0].whree is nothing that a claim
            claims: [{claim: x, metric: fourier, where: {activation: tahn}, level: {than: 1}}] | claims[0].where.activation is tahn, but there is no
            claims: [{claim: x, metric: fourier, effect: {of: width, from: 1, to: 2}}] | claims[0].effect.of is width, which is no parameter of the task planes
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3}}] | claims[0].effect has no to
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: [1, 2], to: 3}}] | claims[0].effect.from must be a single
            claims: [{claim: x, metric: fourier, correlation: {with: lz78}}] | claims[0].correlation.with is lz78, which is no
            figures: {kind: x}    | 3:10: figures must be a list
            figures: [{x: depth}] | 3:11: figures[0] has no kind
            figures: [{kind: heatmap, x: width}] | figures[0].x is width, which is no parameter of the task planes
            figures: [{kind: heatmap, metric: lz78}] | figures[0].metric is lz78, which is no metric of this study
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 3}, expect: rise}] | claims[0].expect is rise, but must be one of rises,
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 3}}] | claims[0] has no expect
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 3}, expect: flat}] | claims[0] says of no change that it is small enough to be flat
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 3}, expect: flat, by: 0}] | claims[0].by says of no change
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 3}, expect: rises, by: -1}] | claims[0].by is negative
            claims: [{claim: x, metric: fourier, effect: {of: depth, from: 3, to: 77}, expect: rises}] | claims[0].effect.to is 77, which no network of the study has
            claims: [{claim: x, metric: fourier, where: {depth: 3}, effect: {of: depth, from: 3, to: 3}, expect: rises}] | claims[0].where holds depth, which the effect changes
            claims: [{claim: x, metric: fourier, where: {depth: [3, 77]}, level: {expect: above, than: 1}}] | claims[0].where.depth is 77, which no network
            claims: [{claim: x, metric: fourier, level: {expct: above}}] | claims[0].level.expct is nothing that a level has
            claims: [{claim: x, metric: fourier, level: {expect: above, than: high}}] | claims[0].level.than is high, but must be a finite number
            claims: [{claim: x, metric: fourier, level: {expect: near, than: 1}}] | claims[0].level has no by
            claims: [{claim: x, metric: fourier, level: {expect: above, than: 1, by: 1}}] | claims[0].level.by belongs to expect: near
            claims: [{claim: x, metric: fourier, level: {expect: above, than: 1}, by: 1}] | claims[0].by is nothing that a claim of a level has
            claims: [{claim: x, metric: fourier, correlation: {with: fourier, coefficient: kendall}}] | claims[0].correlation.coefficient is kendall, but must be one
            figures: [{kind: lins}] | 3:18: figures[0].kind is lins, but must be one of heatmap, pictures, lines, points, scatter
            figures: [{kind: lines, where: {activation: relo}}] | figures[0].where.activation is relo, but there is no activation relo
            figures: [{kind: lines, where: {dept: 3}}] | figures[0].where.dept is no parameter of the task planes
            figures: [{kind: lines, where: 3}] | figures[0].where must be keys with values
            figures: [{kind: lines, x: depth, where: {depth: 4}}] | figures[0].where.depth is 4, which no network of the study has
            figures: [{kind: lines, colour: depth}] | 3:25: figures[0].colour is nothing that a figure of kind lines has
            figures: [{kind: lines, x: fourier}] | figures[0].x is fourier, which is no parameter
            figures: [{kind: lines, x: activation}] | figures[0].x draws lines over activation, which is no number
            figures: [{kind: lines}] | 3:11: figures[0] has nothing to draw along its x axis
            figures: [{kind: lines, x: depth, names: {rleu: ReLU}}] | figures[0].names.rleu names the value rleu, which no network
            figures: [{kind: heatmap, x: depth, pictures: maybe}] | figures[0].pictures is maybe, but must be true or false
            figures: [{kind: heatmap, x: depth, y: [grid, magnitude]}] | figures[0].y is grid, magnitude, but a figure of kind heatmap has one
            figures: [{kind: scatter}] | figures[0] shows metrics against one another, and here is one alone
            study: ../x           | 3:8: study is ../x, but its results go to a folder of that name
            study: ..             | 3:8: study is ..
            study: 'a\\b'          | 3:8: study is a
            parameters: {depth: range(1, 8)} | 3:21: parameters.depth is range(1, a range that ends at its first comma
            parameters: {depth: [2, range(1, 8)]} | 3:25: parameters.depth[1] is range(1, a range that ends at its first
            parameters: {magnitude: logspace(0.1, 100, 5)} | 3:25: parameters.magnitude is logspace(0.1, a range
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
            furier                 | 2:10: metrics is furier, but there is no metric furier
            [{lz78: {level: 3}}]   | 2:26: metrics[0].lz78.level is no parameter of the metric lz78
            [{lz78: {scan: [rows, hilbrt]}}] | metrics[0].lz78.scan[1] is hilbrt, but must be one of rows, hilbert
            [lz78, {lz78: {levels: [2, 4]}}] | metrics[1] names lz78 twice
            "lz78[levels=64]"      | cannot carry: levels is 64, but must be at most 16
            """)
    void ofMetrics(String metrics, String expected) {
        UserException e = mistake("task: planes\nmetrics: " + metrics + "\n");
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @Test
    void aClaimAboutNetworksThatNoSweepHasTogetherIsRefused() {
        UserException e = mistake("""
                task: planes
                metrics: fourier
                sweeps: [{activation: relu, depth: 1}, {activation: tanh, depth: 2}]
                claims:
                  - {claim: x, metric: fourier, where: {activation: [relu, tanh], depth: 2}, level: {expect: above, than: 1}}
                """);
        assertTrue(
                e.getMessage()
                        .contains(
                                "5:40: claims[0].where asks for networks with activation relu, depth 2, but no network"),
                e.getMessage());
    }

    @Test
    void theValuesThatThereAreAreListed() {
        assertEquals(
                "There is: 1, 2, 3.",
                mistake("task: planes\nmetrics: fourier\nparameters: {depth: [1, 2, 3]}\n"
                                + "figures: [{kind: lines, where: {depth: 4}}]\n")
                        .hint()
                        .orElseThrow());
    }

    @Test
    void whatTheCommandLineTookAwayIsLeftOutAndNamed() throws IOException {
        String yaml = """
                task: planes
                metrics: fourier
                parameters: {depth: [1, 2], magnitude: [1, 2]}
                figures:
                  - {kind: lines, x: depth, where: {magnitude: 2}}
                  - {kind: lines, x: depth, where: {magnitude: 1}}
                claims:
                  - {claim: x, metric: fourier, effect: {of: magnitude, from: 1, to: 2}, expect: rises}
                  - {claim: y, metric: fourier, level: {expect: above, than: 0}}
                """;
        ResolvedStudy narrowed = read(yaml, Preset.STANDARD, List.of("parameters.magnitude=1"));
        assertEquals(1, narrowed.study().figures().size());
        assertEquals(
                List.of("y"),
                narrowed.study().claims().stream()
                        .map(claim -> claim.get("claim"))
                        .toList());
        assertEquals(2, narrowed.notices().size());
        assertTrue(
                narrowed.notices().getFirst().startsWith("figures[0] is left out, as the command line chose"),
                narrowed.notices().getFirst());
        assertEquals(List.of(), read(yaml, Preset.STANDARD, List.of()).notices());
        UserException e = assertThrows(
                UserException.class,
                () -> read(
                        yaml,
                        Preset.STANDARD,
                        List.of("parameters.magnitude=1", "figures=[{kind: lines, x: depth, where: {magnitude: 2}}]")));
        assertTrue(e.getMessage().contains("is 2, which no network"), e.getMessage());
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
