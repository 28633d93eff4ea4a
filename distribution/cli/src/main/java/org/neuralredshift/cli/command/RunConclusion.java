package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.engine.run.Progress;
import org.neuralredshift.engine.run.RunSummary;
import org.neuralredshift.engine.store.ResultFolder;

/**
 * What a finished run came to.
 *
 * @param folder of the results
 * @param summary of this run
 * @param statuses how many rows have which status, with those of earlier runs
 * @param firstReason of a failure; empty if nothing failed
 */
record RunConclusion(Path folder, RunSummary summary, Map<String, Long> statuses, String firstReason) {
    private static final String STATUS = "status";
    private static final String REASON = "reason";

    static RunConclusion of(Path folder, RunSummary summary) {
        Map<String, Long> statuses = new TreeMap<>();
        List<String> firstReason = new ArrayList<>();
        ResultFolder.open(folder).forEachChunk(rows -> {
            for (int row = 0; row < rows.size(); row++) {
                String status = rows.text(STATUS, row);
                statuses.merge(status, 1L, Long::sum);
                if (firstReason.isEmpty() && status.equals(Status.FAILED.id())) {
                    firstReason.add(rows.text(REASON, row));
                }
            }
        });
        return new RunConclusion(folder, summary, statuses, String.join("", firstReason));
    }

    /** Whether there is no row but of failures. */
    boolean allFailed() {
        return statuses.keySet().equals(Set.of(Status.FAILED.id()));
    }

    Map<String, Object> record(String study, Path report) {
        Progress progress = summary.progress();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("study", study);
        record.put("networks", progress.done());
        record.put("resumed", progress.resumed());
        record.put("failed", progress.failed());
        record.put("seconds", progress.seconds());
        record.put("networksPerSecond", progress.rate());
        record.put("threads", summary.threads());
        record.put("rows", statuses);
        record.put("out", folder);
        record.put("report", report);
        return record;
    }

    String text() {
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
