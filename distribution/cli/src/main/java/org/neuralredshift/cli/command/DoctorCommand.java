package org.neuralredshift.cli.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.plugin.ExtensionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nrs doctor}: what this program runs on, and what is wrong with it. */
@Command(
        name = "doctor",
        description = {"Tell what nrs runs on, which plugins were loaded, and what keeps it from being fast.", ""},
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs doctor          for people",
            "  nrs doctor --json   to attach to a report of a fault"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    DoctorCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Map<String, Object> machine = Machine.describe(nrs.host());
        List<Map<String, Object>> backends = nrs.plugins().catalog().all(Backend.class).stream()
                .map(this::backend)
                .toList();
        List<Map<String, Object>> plugins = nrs.inventory().plugins();
        if (json) {
            machine.put("backends", backends);
            machine.put("plugins", plugins);
            nrs.print(Json.indented(machine) + "\n");
        } else {
            Table table = new Table();
            machine.forEach((name, value) -> table.row(Map.of("name", name, "value", value), "name", "value"));
            nrs.print("machine\n" + table);
            nrs.print("\nbackends\n" + table(backends, "id", "state", "first-use", "detail"));
            backends.forEach(this::findings);
            nrs.print("\nplugins\n" + table(plugins, "name", "state", "version", "provides"));
            plugins.forEach(this::explain);
        }
        return ExitCode.OK;
    }

    /** A backend is really used: whether it works, and what its first use costs, is known only then. */
    private Map<String, Object> backend(Backend backend) {
        FirstUse use = FirstUse.of(backend);
        Map<String, Object> record = nrs.inventory().extension(ExtensionKind.BACKEND, backend);
        record.putAll(use.record());
        return record;
    }

    private static String table(List<Map<String, Object>> records, String... keys) {
        Table table = new Table();
        records.forEach(record -> table.row(record, keys));
        return table.isEmpty() ? "  none\n" : table.toString();
    }

    /** How a backend found out whether it can run. */
    private void findings(Map<String, Object> backend) {
        if (backend.get("findings") instanceof List<?> lines) {
            nrs.print("\n" + backend.get("id") + ": what was looked for\n");
            lines.forEach(line -> nrs.print("  " + line + "\n"));
        }
    }

    private void explain(Map<String, Object> plugin) {
        if (plugin.containsKey("reason")) {
            nrs.print("\n" + plugin.get("name") + " was not loaded (" + plugin.get("code") + "): "
                    + plugin.get("reason") + "\n");
        }
        if (plugin.get("notices") instanceof List<?> notices) {
            for (Object notice : notices) {
                nrs.print("\n" + plugin.get("name") + ": " + ((Map<?, ?>) notice).get("sentence") + "\n");
            }
        }
    }
}
