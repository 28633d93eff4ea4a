package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.engine.Suggestions;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers arguments that cannot be parsed: what is wrong, what was probably meant, where the help is. */
final class ParameterErrors implements IParameterExceptionHandler {
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
            nrs.terminal().error(sentence(String.valueOf(error.getMessage())), help);
        }
        return ExitCode.BAD_INPUT;
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
