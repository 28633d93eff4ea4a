package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.engine.Suggestions;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers arguments that cannot be parsed: what is wrong, what was probably meant, where the help is. */
final class ParameterErrors implements IParameterExceptionHandler {
    private static final String WHOLE = "a whole number";
    private static final Map<Class<?>, String> NUMBERS =
            Map.of(int.class, WHOLE, Integer.class, WHOLE, long.class, WHOLE, double.class, "a number");

    private final Nrs nrs;

    ParameterErrors(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String help = "`" + command.qualifiedName() + " --help` tells what there is.";
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            nrs.terminal().error(describe(word, command), hint(word, command, help));
        } else {
            nrs.terminal().error(sentence(wrongNumber(error).orElse(String.valueOf(error.getMessage()))), help);
        }
        return ExitCode.BAD_INPUT;
    }

    /** What to say of a value that is no number although its option takes one. */
    private static Optional<String> wrongNumber(ParameterException error) {
        if (!(error.getArgSpec() instanceof OptionSpec option) || error.getValue() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(NUMBERS.get(option.type()))
                .map(lawful -> option.longestName() + " is " + error.getValue() + ", but must be " + lawful);
    }

    private static String describe(String word, CommandSpec command) {
        if (word.startsWith("-")) {
            return command.qualifiedName() + " has no option " + word + ".";
        }
        return command.subcommands().isEmpty()
                ? command.qualifiedName() + " takes no further argument, but was given " + word + "."
                : "There is no command " + word + ".";
    }

    private static String hint(String word, CommandSpec command, String help) {
        List<String> known = new ArrayList<>(command.subcommands().keySet());
        command.options().forEach(option -> known.addAll(List.of(option.names())));
        Optional<String> close = Suggestions.nearest(word.split("=", 2)[0], known);
        return close.map(name -> "Did you mean " + name + "? " + help).orElse(help);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
