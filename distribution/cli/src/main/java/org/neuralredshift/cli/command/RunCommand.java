package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.neuralredshift.engine.study.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nrs run}: a study of one's own. */
@Command(
        name = "run",
        description = {
            "Run a study: sample its networks, measure them, and draw the report.",
            "A study is a YAML file in which every parameter may be a list or a range.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs run width.yaml --dry-run                      what it would do, and how long that would take",
            "  nrs run width.yaml --set \"parameters.width=[16, 64, 256]\" --set seeds=20",
            "  nrs run width.yaml --resume                       after an interruption",
            "",
            "A study file:",
            "  study: width",
            "  task: random-functions",
            "  seeds: 10",
            "  parameters:",
            "    activation: [relu, tanh]",
            "    width: [16, 64, 256]",
            "    magnitude: logspace(0.1, 100, 15)",
            "  metrics: [fourier, lz78]",
            "",
            "`nrs describe task/random-functions` tells all parameters, `nrs describe study/figure4` shows a longer file."
        })
final class RunCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file.")
    private Path file = Path.of("");

    @Mixin
    private final RunOptions options = new RunOptions();

    RunCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        String again = "nrs run " + ShellWord.of(file.toString());
        StudyRun run = StudyRun.prepare(nrs, options, file, Preset.STANDARD, again);
        return options.dryRun() ? run.rehearse() : run.execute(report -> {});
    }
}
