package org.neuralredshift.cli.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.cli.console.Table;

/** A description as people read it. */
final class DescriptionText {
    private static final int WIDTH = 96;

    private DescriptionText() {}

    /** The text of a record of {@link Inventory#description} or {@link StudyRecords#description}. */
    static String of(Map<String, ?> record) {
        StringBuilder out = new StringBuilder();
        out.append(record.get("kind")).append(' ').append(record.get("id"));
        if (record.containsKey("revision")) {
            out.append(", revision ").append(record.get("revision"));
        }
        if (record.containsKey("plugin")) {
            out.append(", plugin ").append(record.get("plugin"));
        }
        out.append('\n');
        section(out, "", record.get("summary"));
        section(out, "Formula", record.get("formula"));
        section(out, "Source", record.get("source"));
        section(out, "State", record.get("state"));
        section(out, "Detail", record.get("detail"));
        section(out, "File", record.get("file"));
        section(out, "Study", record.get("text"));
        table(out, "Parameters", parameters(record.get("parameters")));
        table(out, "Quantities, which studies name as they name metrics", quantities(record.get("quantities")));
        if (record.get("stages") instanceof List<?> stages) {
            String words =
                    String.join(", ", stages.stream().map(Object::toString).toList());
            section(out, "Stages at which it measures, unless parameters say otherwise", words);
        }
        table(out, "Columns of a row", columns(record.get("results")));
        return out.toString();
    }

    private static void section(StringBuilder out, String title, @Nullable Object content) {
        String text = content == null ? "" : content.toString();
        if (!text.isBlank()) {
            out.append('\n');
            if (!title.isEmpty()) {
                out.append(title).append('\n');
            }
            text.lines().forEach(line -> wrap(line, out));
        }
    }

    /** Breaks a line between words so that it fits a page; what is indented stays as it is. */
    private static void wrap(String line, StringBuilder out) {
        String rest = line;
        while (rest.length() > WIDTH && !rest.startsWith(" ") && rest.lastIndexOf(' ', WIDTH) > 0) {
            int end = rest.lastIndexOf(' ', WIDTH);
            out.append("  ").append(rest, 0, end).append('\n');
            rest = rest.substring(end + 1);
        }
        out.append(("  " + rest).stripTrailing()).append('\n');
    }

    private static void table(StringBuilder out, String title, Table table) {
        if (!table.isEmpty()) {
            out.append('\n').append(title).append('\n').append(table);
        }
    }

    private static Table parameters(@Nullable Object parameters) {
        Table table = new Table();
        for (Map<?, ?> parameter : records(parameters)) {
            table.row(
                    text(parameter, "name"),
                    text(parameter, "default") + " (" + text(parameter, "origin") + ")",
                    lawful(parameter),
                    text(parameter, "help"));
        }
        return table;
    }

    private static String lawful(Map<?, ?> parameter) {
        if (parameter.get("choices") instanceof List<?> choices) {
            return String.join(" | ", choices.stream().map(Object::toString).toList());
        }
        if ("composition".equals(parameter.get("type"))) {
            return "layers in a row";
        }
        if (parameter.containsKey("kind")) {
            return "any " + text(parameter, "kind");
        }
        if (parameter.containsKey("minimum")) {
            String range = number(parameter.get("minimum")) + " to " + number(parameter.get("maximum"));
            return (range + " " + text(parameter, "unit")).strip();
        }
        return "text".equals(parameter.get("type")) ? "any text" : "true | false";
    }

    private static String number(@Nullable Object bound) {
        return bound instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15
                ? Long.toString(real.longValue())
                : String.valueOf(bound);
    }

    private static Table quantities(@Nullable Object quantities) {
        Table table = new Table();
        for (Map<?, ?> quantity : records(quantities)) {
            table.row(text(quantity, "name"), text(quantity, "unit"), text(quantity, "help"));
        }
        return table;
    }

    private static Table columns(@Nullable Object columns) {
        Table table = new Table();
        for (Map<?, ?> column : records(columns)) {
            table.row(
                    text(column, "name"),
                    (text(column, "type") + " " + text(column, "unit")).strip(),
                    text(column, "help"));
        }
        return table;
    }

    private static List<Map<?, ?>> records(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList()
                : List.of();
    }

    private static String text(Map<?, ?> record, String key) {
        return String.valueOf(record.get(key));
    }
}
