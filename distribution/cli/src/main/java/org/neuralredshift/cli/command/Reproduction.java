package org.neuralredshift.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.report.Overview;
import org.neuralredshift.engine.run.Estimate;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.StudyLibrary;

/** {@code nrs reproduce all}: every study that ships, or some, into folders beside each other, and one page with all claims. */
final class Reproduction {
    /** Stands for every preset. */
    static final String ALL = "all";

    private final Nrs nrs;
    private final RunOptions options;
    private final Path folder;
    private final List<StudyRun> runs = new ArrayList<>();

    /**
     * Reads and plans all studies, so that a mistake in any is found before the first is run.
     *
     * @param names of the studies, in the order in which they run; {@link #ALL} for every one
     */
    Reproduction(Nrs nrs, RunOptions options, List<String> names, Preset preset, String again) {
        this.nrs = nrs;
        this.options = options;
        List<StudyLibrary.Entry> entries = names.contains(ALL)
                ? nrs.studies().entries()
                : names.stream().distinct().map(nrs.studies()::find).toList();
        this.folder =
                options.folder(String.join("+", names.contains(ALL) ? List.of(ALL) : names) + StudyRun.suffix(preset));
        for (StudyLibrary.Entry entry : entries) {
            Path own = folder.resolve(entry.name());
            // What an interrupted reproduction has not begun has nothing to resume.
            boolean resume = options.resume() && Files.exists(own);
            runs.add(StudyRun.prepare(
                    nrs, options, entry.file(), preset, study -> new StudyRun.Place(own, folder, resume, again)));
        }
    }

    /** Tells what would be done, and the time that it is expected to take. */
    int rehearse() {
        List<Rehearsal> rehearsals = runs.stream().map(StudyRun::rehearsal).toList();
        if (options.json()) {
            nrs.print(Json.indented(rehearsals.stream().map(Rehearsal::record).toList()) + "\n");
            return ExitCode.OK;
        }
        Table table = new Table();
        double seconds = 0;
        for (Rehearsal rehearsal : rehearsals) {
            Estimate estimate = rehearsal.estimate();
            seconds += estimate.seconds();
            table.row(
                    rehearsal.plan().study().name(),
                    rehearsal.plan().networks() + " networks",
                    Quantity.time(estimate.seconds()),
                    rehearsal.folder().toString());
            rehearsal.notices().forEach(nrs.terminal()::warn);
        }
        nrs.print(table + "together " + Quantity.time(seconds) + "\n");
        return ExitCode.OK;
    }

    /**
     * Runs what is not done yet, one study after another.
     *
     * @param then gets the page with all claims
     */
    int execute(Consumer<Path> then) {
        List<RunConclusion> conclusions = new ArrayList<>();
        for (StudyRun run : runs) {
            nrs.terminal().err().println(run.study().name() + ", " + (conclusions.size() + 1) + " of " + runs.size());
            nrs.terminal().err().flush();
            Optional<RunConclusion> end = run.complete();
            if (end.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            conclusions.add(end.get());
        }
        Path page = Overview.write(
                folder, conclusions.stream().map(Reproduction::entry).toList());
        nrs.print(options.json() ? Json.indented(record(conclusions, page)) + "\n" : text(conclusions, page));
        List<RunConclusion> failed =
                conclusions.stream().filter(RunConclusion::allFailed).toList();
        failed.forEach(conclusion -> nrs.terminal()
                .error(
                        conclusion.study().name() + ": " + conclusion.failure(),
                        "The rows in " + conclusion.folder() + " tell all reasons."));
        if (!failed.isEmpty()) {
            return ExitCode.ALL_FAILED;
        }
        then.accept(page);
        return ExitCode.OK;
    }

    private static Overview.Entry entry(RunConclusion conclusion) {
        return new Overview.Entry(conclusion.folder(), conclusion.study(), conclusion.claims());
    }

    private Map<String, Object> record(List<RunConclusion> conclusions, Path page) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("studies", conclusions.stream().map(RunConclusion::record).toList());
        record.put("out", folder);
        record.put("report", page);
        return record;
    }

    private static String text(List<RunConclusion> conclusions, Path page) {
        Table table = new Table();
        conclusions.forEach(conclusion ->
                Verdicts.rows(table, conclusion.claims(), conclusion.study().name()));
        List<ClaimResult> claims = conclusions.stream()
                .flatMap(conclusion -> conclusion.claims().stream())
                .toList();
        return table + Verdicts.counts(claims) + "\nreport: " + page + "\n";
    }
}
