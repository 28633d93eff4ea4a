package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs report}: figures and page once more, from rows. */
@Command(
        name = "report",
        description = {
            "Draw the figures and the report of a run again, from its rows alone.",
            "Also of a run that was interrupted.",
            ""
        },
        sortOptions = false,
        footer = {"", "Examples:", "  nrs report results/figure4", "  nrs report results/figure4 --json"})
final class ReportCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(paramLabel = "DIR", description = "Folder of the results.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    ReportCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Path page = Report.write(folder);
        nrs.print(json ? Json.indented(Map.of("report", page)) + "\n" : "report: " + page + "\n");
        return ExitCode.OK;
    }
}
