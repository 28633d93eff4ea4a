package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
            "Of a run that was interrupted, the page says how much is there.",
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
        Report report = Report.write(folder);
        report.problems().forEach(nrs.terminal()::warn);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("report", report.page());
        record.put("problems", report.problems());
        nrs.print(json ? Json.indented(record) + "\n" : "report: " + report.page() + "\n");
        return ExitCode.OK;
    }
}
