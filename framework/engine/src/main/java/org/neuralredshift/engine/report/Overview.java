package org.neuralredshift.engine.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.claims.ClaimResult;
import org.neuralredshift.engine.claims.Verdict;
import org.neuralredshift.engine.study.Study;

/** The page over several studies: every claim, what was measured, the verdict, and the way to each report. */
public final class Overview {
    private static final String TITLE = "What the paper claims, and what was measured";

    /**
     * One study.
     *
     * @param folder of its results, in the folder of the overview
     * @param study that was run
     * @param results of its claims
     */
    public record Entry(Path folder, Study study, List<ClaimResult> results) {
        public Entry {
            results = List.copyOf(results);
        }

        private String link() {
            return folder.getFileName() + "/" + PageFile.NAME;
        }
    }

    private Overview() {}

    /**
     * Writes {@code report.html}: equal results give equal bytes.
     *
     * @param folder that holds the folders of the studies
     * @return the page
     * @throws UserException if it cannot be written
     */
    public static Path write(Path folder, List<Entry> entries) {
        return PageFile.write(
                folder,
                html(entries),
                "Check the rights and the free space, then run it again with --resume: the rows are safe.");
    }

    static String html(List<Entry> entries) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", TITLE)
                .raw("<style>\n" + Page.resource("page.css") + "</style>\n</head>\n<body>\n<main>\n")
                .raw("<header>\n")
                .element("h1", TITLE)
                .raw("</header>\n<p class=\"finding\">")
                .text(counts(entries))
                .raw("</p>\n");
        ClaimsTable.begin(html);
        for (Entry entry : entries) {
            html.raw("<tr class=\"study\"><th colspan=\"5\" scope=\"colgroup\"><a href=\"")
                    .text(entry.link())
                    .raw("\">")
                    .text(title(entry.study()))
                    .raw("</a> ")
                    .text(size(entry))
                    .raw("</th></tr>\n");
            Map<String, String> names = ClaimsTable.names(entry.study());
            entry.results().forEach(result -> ClaimsTable.row(html, result, names));
        }
        ClaimsTable.end(html);
        ClaimsTable.rule(html);
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private static String title(Study study) {
        return study.title().isEmpty() ? study.name() : study.title();
    }

    private static String size(Entry entry) {
        Study study = entry.study();
        return "(" + study.name() + ": " + study.networks() + " networks, "
                + study.seeds().size() + " seeds"
                + (entry.results().isEmpty() ? "; it tests no claim)" : ")");
    }

    private static String counts(List<Entry> entries) {
        List<Verdict> verdicts = entries.stream()
                .flatMap(entry -> entry.results().stream().map(ClaimResult::verdict))
                .toList();
        return verdicts.size() + " claims in " + entries.size() + " studies. "
                + Stream.of(Verdict.values())
                        .map(verdict -> capital(verdict.words()) + ": "
                                + verdicts.stream().filter(verdict::equals).count())
                        .collect(Collectors.joining(". "))
                + ".";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
