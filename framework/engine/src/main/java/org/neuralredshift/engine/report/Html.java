package org.neuralredshift.engine.report;

import java.util.List;
import org.neuralredshift.engine.figure.Drawing;

/** Pieces of HTML; text is escaped here and nowhere else. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Text that may stand anywhere, also in attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /**
     * A drawing that takes the width of the page, up to twice its own, and scrolls where there is less than its letters need; ids in
     * it begin with {@code prefix}.
     */
    Html chart(Drawing drawing, String prefix, String caption) {
        return raw("<figure class=\"chart\" style=\"max-width:" + Math.round(2 * drawing.width()) + "px; --least:"
                        + Math.round(1.2 * drawing.width()) + "px\">")
                .raw(drawing.svg(prefix))
                .raw("\n")
                .element("figcaption", caption)
                .raw("</figure>\n");
    }

    /** An element with text in it; nothing if the text is empty. */
    Html element(String name, String text) {
        if (!text.isEmpty()) {
            out.append('<')
                    .append(name)
                    .append('>')
                    .append(escape(text))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
        return this;
    }

    /** A table; the first column is the head of its row. */
    Html table(String caption, List<String> heads, List<List<String>> rows) {
        out.append("<div class=\"scroll\"><table>\n");
        element("caption", caption);
        out.append("<thead><tr>");
        heads.forEach(
                head -> out.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr><th scope=\"row\">").append(escape(row.getFirst())).append("</th>");
            row.subList(1, row.size())
                    .forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
