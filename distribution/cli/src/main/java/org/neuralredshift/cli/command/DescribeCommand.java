package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.ExtensionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs describe}: the definition of one thing, and its parameters. */
@Command(
        name = "describe",
        description = {
            "Explain one thing: its definition, where that comes from, and its parameters.",
            "Each default is marked: `paper` if the paper states it, `assumed` if we chose it.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs describe metric/fourier          formula, source and parameters",
            "  nrs describe task/random-functions   what a study of random functions can vary",
            "  nrs describe study/figure4           what a preset runs",
            "  nrs describe tanh                    the kind may be left out if only one thing has that id"
        })
final class DescribeCommand implements Callable<Integer> {
    private static final String STUDY = "study";

    private final Nrs nrs;

    @Parameters(
            paramLabel = "KIND/ID",
            description = "activation, layer, metric, dataset, task, backend or study, and an id.")
    private String name = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    DescribeCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Map<String, Object> record = record(qualified());
        nrs.print(json ? Json.indented(record) + "\n" : DescriptionText.of(record));
        return ExitCode.OK;
    }

    private Map<String, Object> record(String qualified) {
        String kind = qualified.substring(0, qualified.indexOf('/'));
        String id = qualified.substring(kind.length() + 1);
        if (kind.equals(STUDY)) {
            return nrs.studies().description(id);
        }
        ExtensionKind known = ExtensionKind.of(kind)
                .orElseThrow(() -> new UserException(
                        "There is no kind " + kind + " to describe.", Suggestions.hint(kind, kinds())));
        return nrs.inventory().description(known, id);
    }

    /** The name with its kind, which may be left out if only one thing has that id. */
    private String qualified() {
        if (name.contains("/")) {
            return name;
        }
        List<String> all = names();
        List<String> matching =
                all.stream().filter(known -> known.endsWith("/" + name)).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        if (matching.size() > 1) {
            throw new UserException(name + " is ambiguous.", "Say which: " + String.join(" or ", matching) + ".");
        }
        List<String> ids = all.stream()
                .map(known -> known.substring(known.indexOf('/') + 1))
                .toList();
        throw new UserException("There is nothing called " + name + ".", Suggestions.hint(name, ids));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (ExtensionKind kind : ExtensionKind.values()) {
            nrs.plugins().catalog().ids(kind.type()).forEach(id -> names.add(kind.word() + "/" + id));
        }
        nrs.studies().names().forEach(id -> names.add(STUDY + "/" + id));
        return names;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (ExtensionKind kind : ExtensionKind.values()) {
            kinds.add(kind.word());
        }
        kinds.add(STUDY);
        return kinds;
    }
}
