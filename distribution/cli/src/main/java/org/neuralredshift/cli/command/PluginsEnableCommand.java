package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Disabled;
import org.neuralredshift.engine.plugin.NativeAccess;
import org.neuralredshift.engine.plugin.PluginRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs plugins enable}: takes a {@code disable} back, or lets a plugin call native code. */
@Command(
        name = "enable",
        description = {
            "Load a plugin or an extension again that you disabled; with --native, let a plugin call native code.",
            "No plugin may that unless you say so, or the maker of your distribution did.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs plugins enable isru",
            "  nrs plugins enable metric/entropy",
            "  nrs plugins enable cuda --native    libraries outside Java: only if you trust its author"
        })
final class PluginsEnableCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(
            arity = "1",
            paramLabel = "NAME",
            description = "What you gave to `nrs plugins disable`; with --native, a plugin.")
    private String name = "";

    @Option(names = "--native", description = "Let the plugin call native code.")
    private boolean nativeAccess;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsEnableCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        nrs.print((nativeAccess ? enableNativeAccess() : enable()).answer(json));
        return ExitCode.OK;
    }

    private PluginSwitch enable() {
        Path file = PluginSwitch.file(nrs.host().disabled(), Disabled.NAME);
        Disabled disabled = nrs.disabled();
        if (!disabled.contains(name)) {
            throw new UserException(name + " is not disabled.", Suggestions.hint(name, List.copyOf(disabled.names())));
        }
        disabled.without(name).write(file);
        return new PluginSwitch("enabled", name, false, file);
    }

    private PluginSwitch enableNativeAccess() {
        Path file = PluginSwitch.file(nrs.host().nativeAccessFile(), NativeAccess.NAME);
        List<String> names =
                nrs.survey().stream().map(PluginRecord::name).distinct().toList();
        if (!names.contains(name)) {
            throw new UserException("There is no plugin " + name + ".", Suggestions.hint(name, names));
        }
        nrs.nativeAccess().with(name).write(file);
        return new PluginSwitch("enabled", name, true, file);
    }
}
