package org.neuralredshift.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A parameter schema as options of a command: names, help, ranges and defaults have one source. */
final class ParameterOptions {
    private final ParameterSchema schema;
    private final Map<String, List<String>> aliases;

    /** @param aliases more names of an option, by the name of its parameter; with their hyphens */
    ParameterOptions(ParameterSchema schema, Map<String, List<String>> aliases) {
        this.schema = schema;
        this.aliases = aliases;
    }

    /** Declares one option per parameter. */
    void addTo(CommandSpec command) {
        for (Parameter parameter : schema.parameters()) {
            List<String> others = aliases.getOrDefault(parameter.name(), List.of());
            command.addOption(OptionSpec.builder(option(parameter), others.toArray(String[]::new))
                    .paramLabel(label(parameter))
                    .type(String.class)
                    .description(help(parameter))
                    .build());
        }
    }

    /**
     * What was given, completed with the defaults.
     *
     * @throws InvalidParameterException naming the option as it was typed, the value and what would be lawful
     */
    Parameters read(CommandSpec command) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (Parameter parameter : schema.parameters()) {
            OptionSpec option = command.findOption(option(parameter));
            String text = option.getValue();
            if (text != null) {
                given.put(
                        parameter.name(),
                        named(parameter, used(option, command)).parse(text));
            }
        }
        return schema.resolve(given);
    }

    /** The name of an option that was typed. */
    private static String used(OptionSpec option, CommandSpec command) {
        List<String> typed = command.commandLine().getParseResult().originalArgs();
        return Stream.of(option.names())
                .filter(name -> typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "=")))
                .findFirst()
                .orElse(option.longestName());
    }

    /** The same parameter under the name that a message should have. */
    private static Parameter named(Parameter parameter, String name) {
        return new Parameter(
                name,
                parameter.type(),
                parameter.initial(),
                parameter.origin(),
                parameter.minimum(),
                parameter.maximum(),
                parameter.choices(),
                parameter.unit(),
                parameter.runTime(),
                parameter.help());
    }

    private static String option(Parameter parameter) {
        return "--" + parameter.name();
    }

    private static String label(Parameter parameter) {
        return switch (parameter.type()) {
            case INTEGER -> "N";
            case REAL -> "X";
            case CHOICE -> "WORD";
            case FLAG -> "BOOL";
            case EXTENSION -> "ID";
            case COMPOSITION -> "PARTS";
            case TEXT -> "TEXT";
        };
    }

    private static String help(Parameter parameter) {
        String choices =
                parameter.type() == Parameter.Type.CHOICE ? "; one of " + String.join(", ", parameter.choices()) : "";
        String text = parameter.help() + choices + " (default: " + parameter.initial() + ")";
        return text.replace("%", "%%");
    }
}
