package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ParameterOptionsTest {
    private static Parameters read(String... arguments) {
        ParameterSchema schema = ParameterSchema.of(
                Parameter.choice(
                        "distribution", "uniform", Origin.PAPER, List.of("uniform", "normal"), "of the weights"),
                Parameter.integer("depth", 3, Origin.PAPER, 0, 1000, "layers", "hidden layers"));
        ParameterOptions options = new ParameterOptions(schema, Map.of("distribution", List.of("--weights")));
        CommandSpec command = CommandSpec.create();
        options.addTo(command);
        new CommandLine(command).parseArgs(arguments);
        return options.read(command);
    }

    @Test
    void anAliasSetsItsParameter() {
        assertEquals(
                Map.of("distribution", "normal", "depth", 3L),
                read("--weights", "normal").values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --weights=foo      | --weights is foo, but must be one of uniform, normal
            --distribution=foo | --distribution is foo, but must be one of uniform, normal
            --depth=-1         | --depth is -1, but must be a whole number from 0 to 1000 layers
            """)
    void aMistakeNamesTheOptionAsItWasTyped(String argument, String message) {
        assertEquals(
                message,
                assertThrows(InvalidParameterException.class, () -> read(argument))
                        .getMessage());
    }
}
