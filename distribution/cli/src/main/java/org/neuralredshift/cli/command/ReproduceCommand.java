package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Preset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs reproduce}: a study that ships with the program, several, or all of them. */
@Command(
        name = "reproduce",
        description = {
            "Run a study that ships with nrs, several, or all of them, and show the report.",
            "The report says what the paper claims, what was measured, and whether that confirms it. Without a name, list",
            "the studies.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs reproduce                            what there is",
            "  nrs reproduce figure4 --quick            fewer seeds: minutes",
            "  nrs reproduce figure7 figure8 --quick    two of them, and one page with their claims",
            "  nrs reproduce all --quick                every study, and one page with all claims",
            "  nrs reproduce all --quick --resume       go on with it; what is finished is not run again",
            "  nrs reproduce figure4 --full --dry-run   how long all of it would take",
            "  nrs reproduce figure4 --set seeds=3 --out mine"
        })
final class ReproduceCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "0..*", paramLabel = "PRESET", description = "Names of studies; all for every one.")
    private List<String> names = List.of();

    @ArgGroup
    private Size size = new Size();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(
            names = "--open",
            negatable = true,
            description = "Open the report in the browser (default: if there is a desktop and a terminal).")
    private @Nullable Boolean open;

    /** How much of the study; at most one of them. */
    static final class Size {
        @Option(names = "--quick", description = "Fewer seeds and cells, for a first look.")
        private boolean quick;

        @Option(names = "--full", description = "Every cell of the study, and more seeds.")
        private boolean full;

        Size() {}

        Preset preset() {
            return quick ? Preset.QUICK : full ? Preset.FULL : Preset.STANDARD;
        }
    }

    ReproduceCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        if (names.isEmpty()) {
            list();
            return ExitCode.OK;
        }
        Preset preset = size.preset();
        String again = "nrs reproduce "
                + names.stream().map(ShellWord::of).collect(Collectors.joining(" "))
                + switch (preset) {
                    case STANDARD -> "";
                    case QUICK -> " --quick";
                    case FULL -> " --full";
                };
        if (names.size() > 1 || names.getFirst().equals(Reproduction.ALL)) {
            Reproduction several = new Reproduction(nrs, options, names, preset, again);
            return options.dryRun() ? several.rehearse() : several.execute(this::show);
        }
        Path file = nrs.studies().find(names.getFirst()).file();
        StudyRun run = StudyRun.prepare(nrs, options, file, preset, again);
        return options.dryRun() ? run.rehearse() : run.execute(this::show);
    }

    private void list() {
        if (options.json()) {
            nrs.print(Json.indented(nrs.studies().all()) + "\n");
            return;
        }
        Table table = new Table();
        for (Map<String, Object> study : nrs.studies().all()) {
            table.row(study, "id", "summary");
        }
        if (!table.isEmpty()) {
            table.row(Reproduction.ALL, "Every one of these, and one page with all claims of the paper");
        }
        nrs.print(table.isEmpty() ? "This installation ships no studies.\n" : table.toString());
    }

    private void show(Path report) {
        boolean wanted = open == null ? nrs.terminal().interactive() && Browser.isLikely(nrs.host()) : open;
        if (wanted) {
            try {
                Browser.open(report);
            } catch (UserException e) {
                nrs.terminal().error(String.valueOf(e.getMessage()), e.hint().orElse(""));
            }
        }
    }
}
