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
import org.neuralredshift.engine.UserException;

/** Extensions with parameters, and layers in a row, as studies write them. */
class CompositionsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            snake                                      | snake
            "snake[frequency=2]"                       | snake[frequency=2]
            [tanh, "snake[ frequency = 1.0 ]"]         | tanh; snake
            {snake: {frequency: 2}}                    | snake[frequency=2]
            [tanh, snake: {frequency: [1, 2, 4]}]      | tanh; snake; snake[frequency=2]; snake[frequency=4]
            [snake: 8, snake: "logspace(1, 4, 3)"]     | snake[frequency=8]; snake; snake[frequency=2]; snake[frequency=4]
            """)
    void anExtensionMayHaveParameters(String yaml, String values) throws IOException {
        assertEquals(
                List.of(values.split("; ")), read("activation: " + yaml).study().values("activation"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mlp                                                  | mlp
            mlp+gating+layer-norm                                | mlp+layer-norm+gating
            [dense, layer-norm, activation, residual: paper]     | mlp+layer-norm+residual
            [dense, activation, residual: {frequency: 2}]        | mlp+residual[frequency=2]
            [dense, activation, layer-norm]                      | dense, activation, layer-norm
            "dense, activation, layer-norm[gain=true]"           | dense, activation, layer-norm[gain=true]
            [mlp, mlp+gating]                                    | mlp; mlp+gating
            [[dense, activation], [layer-norm, dense, activation]] | mlp; layer-norm, dense, activation
            [mlp, [dense, gating: {}, activation]]               | mlp; dense, gating, activation
            [dense, layer-norm: [true, false], activation]       | mlp+layer-norm[gain=true]; mlp+layer-norm
            [none, gating]                                       | none; gating
            {gating: {}}                                         | gating
            [[gating], [dense]] | gating; dense
            [mlp, [gating]]                                      | mlp; gating
            """)
    void aCompositionIsAListOfPartsOrAShorthand(String yaml, String values) throws IOException {
        ResolvedStudy read = read("layers: " + yaml);
        Study study = read.study();
        assertEquals(List.of(values.split("; ")), study.values("layers"));
        Path resolved = Files.writeString(temp.resolve("resolved.yaml"), StudyYaml.write(read));
        assertEquals(study, StudyYaml.read(resolved));
        assertEquals(
                study,
                Studies.read(resolved, Preset.STANDARD, List.of(), Architectures.catalog())
                        .study());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            activation: [tanh, snale]           | 4:22: parameters.activation[1] is snale, but there is no activation snale | mean snake?
            activation: "snake[frequncy=2]"     | parameters.activation is snake[frequncy=2], but the activation snake has no parameter frequncy | mean frequency?
            activation: "snake[frequency=0]"    | but the activation snake: frequency is 0.0, but must be a number |
            activation: {snake: {frequncy: 2}}  | 4:34: parameters.activation.snake.frequncy is no parameter | mean frequency?
            activation: {snake: {frequency: 0}} | 4:35: parameters.activation.snake.frequency is 0 |
            activation: {tanh: 2}               | 4:22: parameters.activation.tanh is a parameter, but the activation tanh has none |
            activation: [snake, "snake[frequency=1]"] | parameters.activation[1] has the value snake twice |
            activation: {snake: 1, tanh: 2}     | must be one activation with its parameters |
            layers: [dense, layer-nrm, activation] | 4:19: parameters.layers[1] is layer-nrm, but there is no layer layer-nrm | mean layer-norm?
            layers: mlp+gatin                   | 4:11: parameters.layers is mlp+gatin, but there is no layer gatin | mean gating?
            layers: dense+gating                | only mlp can be added to |
            layers: []                          | is an empty list | write none
            layers: [dense, actvation]          | 4:19: parameters.layers[1] is actvation, but there is no layer actvation | mean activation?
            layers: "dense, actvation"          | but there is no layer actvation | mean activation?
            layers: [dense, [activation]]       | 4:12: parameters.layers[0] is dense, a single layer, but stands beside the whole composition parameters.layers[1] | brackets
            layers: [mlp, layer-norm]           | 4:17: parameters.layers[1] is layer-norm, a single layer, but stands beside | brackets
            layers: [mlp, mlp]                  | parameters.layers[1] has the value mlp twice |
            layers: [[dense, activation], mlp]  | parameters.layers[1] has the value mlp twice |
            """)
    void whatIsNotLawfulIsRefusedWithItsPlace(String line, String message, String hint) {
        UserException e = assertThrows(UserException.class, () -> read(line));
        assertTrue(e.getMessage().startsWith(temp.resolve("study.yaml") + ":4:"), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(
                e.hint().orElse("").contains(hint == null ? "" : hint), e.hint().orElse(""));
    }

    @Test
    void partsThatDoNotFitAreRefusedWhenTheStudyIsRead() {
        UserException e = assertThrows(
                UserException.class, () -> read("layers: [mlp, \"mlp+residual[form=textbook]\"]\n  depth: [0, 3]"));
        assertEquals(
                temp.resolve("study.yaml")
                        + ":4:11: parameters.layers is mlp+residual[form=textbook], but must be layers that"
                        + " fit: layer hidden1/residual: sum: shapes [4096, 64] and [4096, 2] differ.",
                e.getMessage());
        assertEquals(
                "So it is with depth 3: change one of them; nothing was computed.",
                e.hint().orElseThrow());
    }

    @Test
    void aSweepIsCheckedToo() {
        UserException e = assertThrows(
                UserException.class,
                () -> read("depth: 1\nsweeps: [{layers: mlp}, {layers: \"mlp+residual[form=textbook]\"}]"));
        assertTrue(e.getMessage().contains("study.yaml:5:9: parameters.layers is mlp+residual"), e.getMessage());
    }

    private ResolvedStudy read(String parameters) throws IOException {
        String text = "task: networks\nmetrics: anything\nparameters:\n  " + parameters + "\n";
        Path file = Files.writeString(temp.resolve("study.yaml"), text);
        return Studies.read(file, Preset.STANDARD, List.of(), Architectures.catalog());
    }
}
