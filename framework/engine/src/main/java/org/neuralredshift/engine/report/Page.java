package org.neuralredshift.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.neuralredshift.engine.claims.ClaimResult;

/** The page: what it lacks, if anything, and the answer; then what was run and assumed, and where the numbers come from. */
final class Page {
    private Page() {}

    static String html(ReportData data, List<ClaimResult> claims, List<Block> blocks, List<String> problems) {
        String title = data.study().title().isEmpty()
                ? data.study().name()
                : data.study().title();
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title)
                .raw("<style>\n" + resource("page.css") + "</style>\n</head>\n<body>\n<main>\n")
                .raw("<header>\n")
                .element("h1", title)
                .raw("</header>\n");
        problems.forEach(
                problem -> html.raw("<p class=\"problem\">").text(problem).raw("</p>\n"));
        blocks.forEach(block -> block(html, block));
        if (Means.areNeeded(data.study(), blocks)) {
            Means.write(html, data);
        }
        Evidence.claims(html, data, claims);
        Evidence.correlations(html, data);
        Evidence.nullModels(html, data);
        StatusTable.write(html, data);
        Sections.run(html, data);
        Sections.provenance(html, data);
        html.raw("</main>\n<div id=\"tip\" role=\"status\" aria-live=\"polite\" hidden></div>\n")
                .raw("<aside id=\"detail\" aria-label=\"functions of a cell\" aria-live=\"polite\" hidden></aside>\n")
                .raw("<script type=\"application/json\" id=\"cells\">" + PageData.json(data, blocks) + "</script>\n")
                .raw("<script>\n" + resource("page.js") + "</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void block(Html html, Block block) {
        html.raw("<section>\n").element("h2", block.title());
        if (!block.sentence().isEmpty()) {
            html.raw("<p class=\"finding\">").text(block.sentence()).raw("</p>\n");
        }
        html.raw(block.html()).raw("<p class=\"files\">Files: ");
        block.files()
                .keySet()
                .forEach(name -> html.raw("<a href=\"figures/" + name + ".svg\">" + name + ".svg</a> <a href=\"figures/"
                        + name + ".png\">" + name + ".png</a> "));
        html.raw("</p>\n</section>\n");
    }

    /** A text that ships with this class. */
    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
