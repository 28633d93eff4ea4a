package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Disabled;
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
            "  nrs plugins disable isru --json      for programs"
        })
final class PluginsDisableCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1", paramLabel = "NAME", description = "A plugin by its name, or an extension as KIND/ID.")
    private String name = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsDisableCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        String known = known();
        Path file = file(nrs);
        nrs.disabled().with(known).write(file);
        nrs.print(answer(known, "disabled", file, json));
        return ExitCode.OK;
    }

    /** What was done to a name, and where that is written: for people, or for programs. */
    static String answer(String name, String state, Path file, boolean json) {
        if (!json) {
            return state + "  " + name + "\nwritten   " + file + "\n";
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", name);
        record.put("state", state);
        record.put("written", file);
        return Json.indented(record) + "\n";
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

    /** Where it is written. */
    static Path file(Nrs nrs) {
        return nrs.host()
                .disabled()
                .orElseThrow(() -> new UserException(
                        "It is not known where your configuration lies, so " + Disabled.NAME + " cannot be written.",
                        "Set HOME, or XDG_CONFIG_HOME to an absolute path."));
    }
}
