package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 */
record RunConclusion(Path folder, RunSummary summary, Map<String, Long> statuses) {
    private static final String STATUS = "status";

    static RunConclusion of(Path folder, RunSummary summary) {
        Map<String, Long> statuses = new TreeMap<>();
        ResultFolder.open(folder).forEachChunk(rows -> {
            for (int row = 0; row < rows.size(); row++) {
                statuses.merge(rows.text(STATUS, row), 1L, Long::sum);
            }
        });
        return new RunConclusion(folder, summary, statuses);
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
