package org.neuralredshift.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.api.Extension;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.engine.examination.Finding;
import org.neuralredshift.engine.examination.Outcome;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginRecord;

/**
 * What became of the examination of one plugin.
 *
 * @param plugin that was examined
 * @param notices what else is worth knowing
 * @param findings of all checks
 * @param strict whether what is undecided counts as failed
 */
record Proof(PluginRecord plugin, List<String> notices, List<Finding> findings, boolean strict) {
    private static final int LONGEST = 400;

    /** Whether something was proved of each extension, and nothing failed. */
    boolean holds() {
        return !fails() && count(Outcome.UNPROVED) == 0;
    }

    private boolean fails() {
        return count(Outcome.FAILED) > 0 || strict && count(Outcome.UNDECIDED) > 0;
    }

    private long count(Outcome outcome) {
        return findings.stream().filter(f -> f.outcome() == outcome).count();
    }

    /** What its record says, and what would happen to it beside what is installed. */
    static List<String> notices(PluginRecord plugin, Catalog installed) {
        List<String> notices = new ArrayList<>();
        plugin.notices().forEach(notice -> notices.add(notice.code() + ": " + notice.sentence()));
        for (Extension other : installed.all(Extension.class)) {
            String name = ExtensionKind.name(other);
            if (plugin.provides().contains(name)) {
                String owner = installed.pluginOf(other).map(PluginRecord::name).orElse("another");
                notices.add("DUPLICATE_ID: the plugin " + owner + " provides " + name
                        + ", too. In plugin folders at once, both would be rejected.");
            }
        }
        return notices;
    }

    /** Which plugin it is. */
    static String heading(PluginRecord plugin, List<String> notices) {
        StringBuilder text = new StringBuilder(plugin.name() + "  " + plugin.path() + "\n");
        notices.forEach(notice -> text.append("  notice     ").append(notice).append('\n'));
        return text.toString();
    }

    /** One check, under the name of what was examined if that is another than before. */
    static String line(Finding finding, List<Finding> before) {
        boolean isFirst = before.isEmpty() || !before.getLast().subject().equals(finding.subject());
        String cases = finding.cases() > 1 ? " (" + Quantity.count(finding.cases(), "case") + ")" : "";
        String message = finding.message().replaceAll("\\s+", " ");
        return (isFirst ? finding.subject() + "\n" : "")
                + "  %-10s %s".formatted(finding.outcome().word(), title(finding.check()))
                + cases
                + (message.isEmpty()
                        ? ""
                        : ": " + (message.length() > LONGEST ? message.substring(0, LONGEST) + " ..." : message))
                + "\n";
    }

    /** {@code isFiniteFarOut} in words. */
    private static String title(String check) {
        return check.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** The last lines, for people. */
    String verdict() {
        String counts = count(Outcome.PASSED) + " passed, " + count(Outcome.FAILED) + " failed, "
                + count(Outcome.UNDECIDED) + " undecided, " + count(Outcome.SKIPPED) + " skipped";
        String verdict = holds()
                ? "nothing is wrong with "
                : fails() ? "something is wrong with " : "too little could run here to judge ";
        return "Verdict: " + verdict + plugin.name() + " (" + counts + ")\nNext: " + next() + "\n";
    }

    private String next() {
        if (count(Outcome.FAILED) > 0) {
            return "mend what failed; its author reproduces it by inheriting the suite of the test kit";
        }
        if (count(Outcome.UNPROVED) > 0) {
            return "verify it where what is unproved can run";
        }
        if (count(Outcome.UNDECIDED) > 0) {
            return "ask its author whether he declares what is undecided, or run his tests";
        }
        return "nothing";
    }

    /** For programs. */
    Map<String, Object> record(Map<String, Object> explained) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("verdict", holds() ? "passed" : fails() ? "failed" : "unproved");
        for (Outcome outcome : Outcome.values()) {
            record.put(outcome.word(), count(outcome));
        }
        record.put("strict", strict);
        record.put("notices", notices);
        record.put("checks", findings.stream().map(Proof::record).toList());
        record.put("next", next());
        record.put("plugin", explained);
        return record;
    }

    private static Map<String, Object> record(Finding finding) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("subject", finding.subject());
        record.put("check", finding.check());
        record.put("outcome", finding.outcome().word());
        record.put("cases", finding.cases());
        record.put("message", finding.message());
        return record;
    }

    /** A plugin that could not be examined. */
    static Map<String, Object> rejected(Map<String, Object> explained) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("verdict", "rejected");
        record.put("plugin", explained);
        return record;
    }
}
