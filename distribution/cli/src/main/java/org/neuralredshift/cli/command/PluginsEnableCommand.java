package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Disabled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs plugins enable}: takes a {@code disable} back. */
@Command(
        name = "enable",
        description = {"Load a plugin or an extension again that you disabled.", ""},
        sortOptions = false,
        footer = {"", "Examples:", "  nrs plugins enable isru", "  nrs plugins enable metric/entropy"})
final class PluginsEnableCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1", paramLabel = "NAME", description = "What you gave to `nrs plugins disable`.")
    private String name = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsEnableCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Path file = PluginsDisableCommand.file(nrs);
        Disabled disabled = nrs.disabled();
        if (!disabled.contains(name)) {
            throw new UserException(name + " is not disabled.", Suggestions.hint(name, List.copyOf(disabled.names())));
        }
        disabled.without(name).write(file);
        nrs.print(PluginsDisableCommand.answer(name, "enabled", file, json));
        return ExitCode.OK;
    }
}
