package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.cli.console.Table;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.GroupResult;
import org.neuralredshift.engine.claims.Verdict;

/** Claims and their verdicts, for the terminal and for programs. */
final class Verdicts {
    private Verdicts() {}

    /** A line for each claim. */
    static String text(List<ClaimResult> results) {
        Table table = new Table();
        rows(table, results);
        return table.toString();
    }

    /** Adds a line for each claim, after some words. */
    static void rows(Table table, List<ClaimResult> results, String... before) {
        for (ClaimResult result : results) {
            List<String> cells = new ArrayList<>(List.of(before));
            cells.addAll(List.of(
                    result.verdict().words(),
                    result.claim().source(),
                    result.claim().text()));
            table.row(cells.toArray(String[]::new));
        }
    }

    /** How many claims have which verdict, for instance {@code 3 claims: 2 holds, 1 does not hold}. */
    static String counts(List<ClaimResult> results) {
        return Quantity.count(results.size(), "claim") + ": "
                + Stream.of(Verdict.values())
                        .map(verdict -> count(results, verdict) + " " + verdict.words())
                        .collect(Collectors.joining(", "));
    }

    private static long count(List<ClaimResult> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    static List<Map<String, Object>> records(List<ClaimResult> results) {
        return results.stream().map(Verdicts::record).toList();
    }

    private static Map<String, Object> record(ClaimResult result) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("claim", result.claim().text());
        record.put("source", result.claim().source());
        record.put("test", result.claim().expectation());
        record.put("verdict", result.verdict().words());
        record.put("groups", result.groups().stream().map(Verdicts::record).toList());
        return record;
    }

    private static Map<String, Object> record(GroupResult group) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("group", group.group());
        record.put("value", group.estimate().value());
        record.put("low", group.estimate().low());
        record.put("high", group.estimate().high());
        record.put(group.units(), group.estimate().units());
        record.put("measurements", group.measurements());
        record.put("leftOut", group.leftOut());
        record.put("verdict", group.verdict().words());
        return record;
    }
}
