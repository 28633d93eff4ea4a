package org.neuralredshift.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.plugin.Notice;
import org.neuralredshift.engine.plugin.PluginLock;
import org.neuralredshift.engine.plugin.PluginRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nrs plugins list}: what lies in the plugin folders, from the archives alone. */
@Command(
        name = "list",
        description = {"List what lies in the plugin folders and whether it fits. No class of it is loaded.", ""},
        sortOptions = false,
        footer = {
            "",
            "States: resolved (it can be loaded, as far as its archives tell), rejected (with a reason), disabled.",
            "`nrs plugins why NAME` also loads it, and tells every step."
        })
final class PluginsListCommand implements Callable<Integer> {
    private static final int FEW = 2;

    private final Nrs nrs;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    PluginsListCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        List<PluginRecord> plugins = nrs.survey();
        List<PluginFolder> folders = nrs.pluginFolders();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "folders", folders.stream().map(PluginsListCommand::record).toList());
            answer.put("plugins", plugins.stream().map(Inventory::plugin).toList());
            nrs.print(Json.indented(answer) + "\n");
            return ExitCode.OK;
        }
        if (folders.isEmpty()) {
            nrs.print("There is no plugin folder. Name one with --plugins.\n");
        }
        for (PluginFolder folder : folders) {
            nrs.print(folder.path() + " (" + folder.origin() + (isLocked(folder.path()) ? ", locked" : ", UNLOCKED")
                    + ")\n" + table(plugins, folder.path()));
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> record(PluginFolder folder) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("path", folder.path());
        record.put("origin", folder.origin());
        record.put("locked", isLocked(folder.path()));
        record.put(
                "notices",
                isLocked(folder.path())
                        ? List.of()
                        : List.of(Map.of(
                                "code",
                                Notice.Code.UNLOCKED.name(),
                                "sentence",
                                "There is no " + PluginLock.NAME
                                        + ", so nothing is checked. To allow just what lies there"
                                        + " now: nrs plugins trust "
                                        + ShellWord.of(folder.path().toString()))));
        return record;
    }

    private static boolean isLocked(Path folder) {
        return Files.exists(folder.resolve(PluginLock.NAME));
    }

    private static String table(List<PluginRecord> plugins, Path folder) {
        Table table = new Table();
        List<String> notices = new ArrayList<>();
        for (PluginRecord plugin : plugins) {
            if (plugin.folder().equals(folder)) {
                table.row(plugin.name(), plugin.state().word(), summary(plugin));
                plugin.notices()
                        .forEach(notice -> notices.add(
                                "  " + plugin.name() + ": " + notice.code() + ": " + notice.sentence() + "\n"));
            }
        }
        return (table.isEmpty() ? "  none\n" : table) + String.join("", notices);
    }

    private static String summary(PluginRecord plugin) {
        return plugin.rejection()
                .map(rejection -> rejection.code() + ": " + rejection.sentence())
                .orElseGet(() -> offers(plugin));
    }

    /** The classes if there are few, else how many of each kind. */
    private static String offers(PluginRecord plugin) {
        if (plugin.offers().size() <= FEW) {
            return String.join(", ", plugin.offers());
        }
        return plugin.offers().stream()
                .collect(Collectors.groupingBy(
                        offer -> offer.split(" ", 2)[0], LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> Quantity.count(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
