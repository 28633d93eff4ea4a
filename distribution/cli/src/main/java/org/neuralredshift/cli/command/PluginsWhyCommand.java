package org.neuralredshift.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.PluginJar;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs plugins why}: every step that was taken for a plugin, and the next thing to do. */
@Command(
        name = "why",
        description = {
            "Tell every step taken for a plugin, a JAR or an id, why it was loaded or not, and what to do next.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs plugins why isru                              a plugin, or what has this id",
            "  nrs plugins why plugins/isru/modules/isru.jar     a JAR, wherever it lies",
            "  nrs plugins why activation/isru --json            for programs"
        })
final class PluginsWhyCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1", paramLabel = "JAR|NAME|ID", description = "A JAR, a plugin, an id, or KIND/ID.")
    private String word = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsWhyCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        PluginSet plugins = nrs.plugins();
        List<PluginRecord> meant =
                plugins.plugins().stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw unknown(plugins.plugins());
        }
        List<Map<String, Object>> records = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (PluginRecord plugin : meant) {
            Explanation explanation = new Explanation(plugin, plugins.catalog(), word, "nrs plugins why");
            records.add(explanation.record());
            texts.add(explanation.text());
        }
        nrs.print(json ? Json.indented(records) + "\n" : String.join("\n", texts));
        return ExitCode.OK;
    }

    private boolean isMeant(PluginRecord plugin) {
        return plugin.name().equals(word)
                || List.of(plugin.module().split(",")).contains(word)
                || plugin.provides().stream().anyMatch(name -> name.equals(word) || name.endsWith("/" + word))
                || plugin.offers().stream().anyMatch(offer -> offer.endsWith(" " + word))
                || SamePath.test(plugin.path(), word)
                || plugin.jars().stream().map(PluginJar::path).anyMatch(jar -> SamePath.test(jar, word));
    }

    private UserException unknown(List<PluginRecord> plugins) {
        Optional<Path> path = SamePath.of(word).filter(Files::exists);
        if (path.isPresent()) {
            return elsewhere(path.get(), plugins);
        }
        List<String> names = new ArrayList<>();
        for (PluginRecord plugin : plugins) {
            names.add(plugin.name());
            names.addAll(plugin.provides());
            plugin.provides().forEach(name -> names.add(name.substring(name.indexOf('/') + 1)));
            plugin.jars().forEach(jar -> names.add(jar.path().getFileName().toString()));
        }
        List<String> hint = new ArrayList<>();
        Suggestions.nearest(word, names).ifPresent(near -> hint.add("Did you mean " + near + "?"));
        String rejected = plugins.stream()
                .filter(plugin -> plugin.rejection().isPresent())
                .map(plugin ->
                        plugin.name() + " (" + plugin.rejection().orElseThrow().code() + ")")
                .collect(Collectors.joining(", "));
        if (!rejected.isEmpty()) {
            hint.add("It may be in one that was not loaded: " + rejected + ".");
        }
        hint.add("Plugins are looked for in " + folders() + "; `nrs plugins list` shows all.");
        return new UserException("There is no plugin, JAR or extension " + word + ".", String.join(" ", hint));
    }

    /** Something that is there, but where no plugin is looked for. */
    private UserException elsewhere(Path path, List<PluginRecord> plugins) {
        Path absolute = path.toAbsolutePath().normalize();
        for (PluginRecord plugin : plugins) {
            Path own = plugin.path().toAbsolutePath().normalize();
            if (absolute.startsWith(own)) {
                return new UserException(
                        path + " lies in the plugin " + plugin.name()
                                + ", but is not loaded: JARs are looked for in its"
                                + " folders modules and classpath only, and must end in .jar.",
                        "Move it to " + plugin.path().resolve("modules") + " if it is a module.");
            }
        }
        if (!path.toString().endsWith(".jar")) {
            return new UserException(
                    path + " is no plugin: its name does not end in .jar.",
                    "A plugin is NAME.jar, NAME/modules/*.jar or NAME/classpath/*.jar in a plugin folder.");
        }
        Path parent = absolute.getParent();
        return new UserException(
                path + " lies in no plugin folder: those are " + folders() + ".",
                "Copy it into one of them, or give --plugins " + ShellWord.of(String.valueOf(parent)) + ".");
    }

    private String folders() {
        List<PluginFolder> folders = nrs.pluginFolders();
        return folders.isEmpty()
                ? "no folder (name one with --plugins)"
                : folders.stream().map(folder -> folder.path().toString()).collect(Collectors.joining(", "));
    }
}
