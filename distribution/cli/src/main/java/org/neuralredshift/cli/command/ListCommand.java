package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.ExtensionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs list}: what there is to vary. */
@Command(
        name = "list",
        description = {"List what is installed: everything that a study can name.", ""},
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs list                   everything",
            "  nrs list metrics           measures of complexity",
            "  nrs list plugins           what was loaded, and what was not and why",
            "  nrs list backends --json   for programs"
        })
final class ListCommand implements Callable<Integer> {
    private static final String STUDIES = "studies";
    private static final String PLUGINS = "plugins";
    private static final String BACKENDS = "backends";

    private final Nrs nrs;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = "",
            description =
                    "activations, layers, metrics, datasets, tasks, backends, studies or plugins; everything if left out.")
    private String kind = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    ListCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        List<String> chosen = kind.isEmpty() ? kinds() : List.of(known(kind));
        Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
        chosen.forEach(name -> lists.put(name, records(name)));
        if (json) {
            nrs.print(Json.indented(kind.isEmpty() ? lists : lists.get(chosen.getFirst())) + "\n");
        } else {
            lists.forEach((name, records) -> print(name, records, lists.size() > 1));
        }
        return ExitCode.OK;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (ExtensionKind kind : ExtensionKind.values()) {
            kinds.add(kind.plural());
        }
        kinds.add(STUDIES);
        kinds.add(PLUGINS);
        return kinds;
    }

    private static String known(String word) {
        for (String kind : kinds()) {
            if (word.equals(kind)
                    || ExtensionKind.of(word)
                            .map(ExtensionKind::plural)
                            .orElse("")
                            .equals(kind)) {
                return kind;
            }
        }
        throw new UserException("There is no list of " + word + ".", Suggestions.hint(word, kinds()));
    }

    private List<Map<String, Object>> records(String name) {
        return switch (name) {
            case STUDIES -> nrs.studies().all();
            case PLUGINS -> nrs.inventory().plugins();
            default -> nrs.inventory().extensions(ExtensionKind.of(name).orElseThrow());
        };
    }

    private void print(String name, List<Map<String, Object>> records, boolean titled) {
        Table table = new Table();
        for (Map<String, Object> record : records) {
            switch (name) {
                case PLUGINS ->
                    table.row(record, "name", "state", record.containsKey("reason") ? "reason" : "provides");
                case BACKENDS -> table.row(record, "id", "state", "detail");
                default -> table.row(record, "id", "summary");
            }
        }
        nrs.print((titled ? name + "\n" : "") + (table.isEmpty() ? "  none\n" : table) + (titled ? "\n" : ""));
    }
}
