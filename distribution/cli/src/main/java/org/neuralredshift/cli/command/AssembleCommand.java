package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.distribution.Assembled;
import org.neuralredshift.engine.distribution.Assembler;
import org.neuralredshift.engine.distribution.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nrs assemble}: makes a distribution of the user's own. */
@Command(
        name = "assemble",
        description = {
            "Make a distribution of your own, with plugins added or left out.",
            "It has a command of its own name, brings its own Java, may lie anywhere, and of its own folder",
            "loads exactly the plugins that it was made with.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs assemble --with isru.jar --name lab -o lab       lab/bin/lab knows isru",
            "  nrs assemble --with mine/ --without dl4j --name lab -o lab",
            "  tar czf lab.tar.gz lab                               for a machine of the same kind",
            "",
            "All plugins are loaded once, before anything is written: one that would not be loaded is refused."
        })
final class AssembleCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Option(
            names = "--with",
            paramLabel = "PLUGIN",
            description = "A JAR, or the folder of a plugin, to be added; may be given several times.")
    private List<Path> with = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "NAME",
            description = "A plugin of this distribution to be left out; may be given several times.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--native",
            paramLabel = "NAME",
            description = "A plugin that may call native code; may be given several times.")
    private List<String> nativeAccess = new ArrayList<>();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the command is called.")
    private String name = "";

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "The folder that it becomes: a new one, or an empty one.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    AssembleCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Path home = nrs.host()
                .home()
                .orElseThrow(
                        () -> new UserException(
                                "nrs does not run from an image, so no distribution can be made from it.",
                                "Run the command of an unpacked archive, or of distribution/app/target/nrs in the source tree."));
        Assembler assembler = new Assembler(new Recipe(home, name, folder, with, without, nativeAccess));
        Assembled made = Interruption.guard(assembler::stop, assembler::assemble);
        nrs.print(json ? Json.indented(record(made)) + "\n" : text(made));
        return ExitCode.OK;
    }

    private static Map<String, Object> record(Assembled made) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("folder", made.folder());
        record.put("command", made.command());
        record.put("plugins", made.plugins());
        record.put("added", made.added());
        record.put("left", made.left());
        record.put("native", made.nativeAccess());
        record.put("lock", made.lock());
        record.put("caches", made.caches());
        record.put("notes", made.notes());
        return record;
    }

    private static String text(Assembled made) {
        Table table = new Table();
        table.row("plugins", String.join(", ", made.plugins()));
        row(table, "added", made.added());
        row(table, "left out", made.left());
        row(table, "native access", made.nativeAccess());
        table.row("lock", made.lock().toString());
        table.row("command", made.command().toString());
        StringBuilder text = new StringBuilder(table.toString());
        made.notes().forEach(note -> text.append(note).append('\n'));
        return text + "written to " + made.folder() + "\n";
    }

    private static void row(Table table, String word, List<String> names) {
        if (!names.isEmpty()) {
            table.row(word, String.join(", ", names));
        }
    }
}
