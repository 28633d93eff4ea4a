package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.Claims;
import org.neuralredshift.engine.run.Progress;
import org.neuralredshift.engine.run.RunSummary;
import org.neuralredshift.engine.store.ResultFolder;
import org.neuralredshift.engine.study.Study;

/**
 * What a finished run came to.
 *
 * @param folder of the results
 * @param report its page
 * @param summary of this run
 * @param statuses how many rows have which status, with those of earlier runs
 * @param allFailed whether there is no row of a network but of failures, whatever became of null models
 * @param firstReason of a failure; empty if nothing failed
 * @param study that was run
 * @param claims of the study, tested
 */
record RunConclusion(
        Path folder,
        Path report,
        RunSummary summary,
        Map<String, Long> statuses,
        boolean allFailed,
        String firstReason,
        Study study,
        List<ClaimResult> claims) {
    private static final String STATUS = "status";
    private static final String REASON = "reason";

    static RunConclusion of(Path folder, Path report, RunSummary summary) {
        Map<String, Long> statuses = new TreeMap<>();
        List<String> firstReason = new ArrayList<>();
        AtomicBoolean measured = new AtomicBoolean();
        ResultFolder results = ResultFolder.open(folder);
        Study study = results.study();
        results.forEachChunk(rows -> {
            for (int row = 0; row < rows.size(); row++) {
                String status = rows.text(STATUS, row);
                statuses.merge(status, 1L, Long::sum);
                boolean failed = status.equals(Status.FAILED.id());
                if (failed && firstReason.isEmpty()) {
                    firstReason.add(rows.text(REASON, row));
                }
                if (!failed && !measured.get()) {
                    Map<String, Object> cell = rows.values(study.parameters().keySet(), row);
                    measured.set(study.nullModel(cell).isEmpty());
                }
            }
        });
        List<ClaimResult> claims = study.claims().isEmpty() ? List.of() : Claims.test(results);
        boolean allFailed = !measured.get() && !firstReason.isEmpty();
        return new RunConclusion(
                folder, report, summary, statuses, allFailed, String.join("", firstReason), study, claims);
    }

    /** What to say if all failed. */
    String failure() {
        return "Every network failed. The first reason: " + firstReason;
    }

    Map<String, Object> record() {
        Progress progress = summary.progress();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", study.name());
        record.put("networks", progress.done());
        record.put("resumed", progress.resumed());
        record.put("failed", progress.failed());
        record.put("seconds", progress.seconds());
        record.put("networksPerSecond", progress.rate());
        record.put("threads", summary.threads());
        record.put("rows", statuses);
        record.put("claims", Verdicts.records(claims));
        record.put("out", folder);
        record.put("report", report);
        return record;
    }

    String text() {
        return counts() + Verdicts.text(claims) + "report: " + report + "\n";
    }

    private String counts() {
        Progress progress = summary.progress();
        String rows = statuses.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        long computed = progress.done() - progress.resumed();
        String earlier = progress.resumed() == 0 ? "" : " (" + progress.resumed() + " more were there)";
        return computed + " networks in " + Quantity.time(progress.seconds()) + earlier + ", "
                + Quantity.rate(progress.rate()) + " per second on "
                + Quantity.count(summary.threads(), "thread") + "\nrows: " + rows
                + "\n";
    }
}
