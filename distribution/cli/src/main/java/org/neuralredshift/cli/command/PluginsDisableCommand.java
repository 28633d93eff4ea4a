package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code nrs plugins disable}: says that a plugin or an extension is not to be loaded. */
@Command(
        name = "disable",
        description = {
            "Load no class of a plugin from now on, or leave out one extension of it. For you only, in every run.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs plugins disable isru             a plugin by its name",
            "  nrs plugins disable metric/entropy   one extension; its class still tells its id",
            "  nrs plugins enable isru              takes it back",
            "  nrs plugins disable cuda --native    it may not call native code any more"
        })
final class PluginsDisableCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1", paramLabel = "NAME", description = "A plugin by its name, or an extension as KIND/ID.")
    private String name = "";

    @Option(names = "--native", description = "Only take back that the plugin may call native code.")
    private boolean nativeAccess;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsDisableCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        nrs.print((nativeAccess ? disableNativeAccess() : disable()).answer(json));
        return ExitCode.OK;
    }

    private PluginSwitch disable() {
        String known = known();
        Path file = PluginSwitch.file(nrs.host().disabled(), Disabled.NAME);
        nrs.disabled().with(known).write(file);
        return new PluginSwitch("disabled", known, false, file);
    }

    private PluginSwitch disableNativeAccess() {
        Path file = PluginSwitch.file(nrs.host().nativeAccessFile(), NativeAccess.NAME);
        NativeAccess allowed = nrs.nativeAccess();
        if (allowed.contains(name)) {
            allowed.without(name).write(file);
            return new PluginSwitch("disabled", name, true, file);
        }
        throw allowed.shippedNames().contains(name)
                ? new UserException(
                        "Your distribution lets " + name + " call native code, not you.",
                        "Remove it from " + allowed.shipped().resolve(NativeAccess.NAME) + ", or nrs plugins disable "
                                + name)
                : new UserException(
                        "You did not let " + name + " call native code.",
                        Suggestions.hint(name, List.copyOf(allowed.names())));
    }

    /** Plugins are known from their archives; only for the id of an extension must they be loaded. */
    private String known() {
        List<String> names = new ArrayList<>(
                nrs.survey().stream().map(PluginRecord::name).distinct().toList());
        if (names.contains(name)) {
            return name;
        }
        List<String> extensions = nrs.plugins().plugins().stream()
                .flatMap(plugin -> plugin.provides().stream())
                .distinct()
                .toList();
        if (extensions.contains(name)) {
            return name;
        }
        List<String> matching =
                extensions.stream().filter(e -> e.endsWith("/" + name)).toList();
        if (!matching.isEmpty()) {
            throw new UserException(name + " is no plugin.", "Do you mean " + String.join(" or ", matching) + "?");
        }
        names.addAll(extensions);
        throw new UserException(
                "There is no plugin or extension " + name + ".",
                Suggestions.nearest(name, names)
                                .map(near -> "Did you mean " + near + "? ")
                                .orElse("")
                        + "`nrs plugins list` shows all.");
    }
}
