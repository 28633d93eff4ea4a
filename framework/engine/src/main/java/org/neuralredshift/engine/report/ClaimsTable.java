package org.neuralredshift.engine.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.GroupResult;
import org.neuralredshift.engine.claims.Verdict;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/** Claims, what was measured, and the verdicts, with the rule that they follow from. */
final class ClaimsTable {
    private ClaimsTable() {}

    static void write(Html html, List<ClaimResult> results, Map<String, String> names) {
        begin(html);
        results.forEach(result -> row(html, result, names));
        end(html);
    }

    /** What the figures of a study call values, so that the table calls them so, too. */
    static Map<String, String> names(Study study) {
        Map<String, String> names = new HashMap<>();
        for (Map<String, Object> figure : study.figures()) {
            names.putAll(FigureSpec.read(figure, study).names());
        }
        return names;
    }

    static void begin(Html html) {
        html.raw("<div class=\"scroll\"><table class=\"claims\">\n<thead><tr>");
        for (String head : List.of("claim", "said in", "test", "measured", "verdict")) {
            html.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
    }

    static void end(Html html) {
        html.raw("</tbody></table></div>\n");
    }

    static void rule(Html html) {
        html.raw("<p class=\"caption\">")
                .text(Verdict.RULE
                        + " Effects are differences between networks of the same seed; effects and levels are means over"
                        + " seeds. Intervals: bootstrap, 2,000 resamples; brackets give their ends.")
                .raw("</p>\n");
    }

    static void row(Html html, ClaimResult result, Map<String, String> names) {
        html.raw("<tr><th scope=\"row\">")
                .text(result.claim().text())
                .raw("</th><td>")
                .text(result.claim().source())
                .raw("</td><td>")
                .text(result.claim().expectation())
                .raw("</td><td>");
        for (GroupResult group : result.groups()) {
            boolean told = result.groups().size() > 1;
            html.raw("<div" + (told ? kind(group.verdict()) : "") + ">")
                    .text(Estimates.text(result, group, names))
                    .text(told ? " – " + group.verdict().words() : "")
                    .raw("</div>");
        }
        html.raw("</td><td><span" + kind(result.verdict()) + ">")
                .text(result.verdict().words())
                .raw("</span></td></tr>\n");
    }

    private static String kind(Verdict verdict) {
        return " class=\"verdict " + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"";
    }
}
