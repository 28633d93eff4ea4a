package org.neuralredshift.cli.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259). Values are maps, lists, numbers, booleans, null; anything else by its {@code toString}. A
 * number that is not finite becomes null, since JSON has none.
 */
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private Json(boolean indented) {
        this.indented = indented;
    }

    /** On one line. */
    public static String line(@Nullable Object value) {
        Json json = new Json(false);
        json.write(value, 0);
        return json.out.toString();
    }

    /** For people too: one member per line, two blanks per level. */
    public static String indented(@Nullable Object value) {
        Json json = new Json(true);
        json.write(value, 0);
        return json.out.toString();
    }

    private void write(@Nullable Object value, int level) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> writeMap(map, level);
            case List<?> list -> writeList(list, level);
            case Boolean flag -> out.append(flag.booleanValue());
            case Double number -> writeReal(number, Double.toString(number));
            case Float number -> writeReal(number, Float.toString(number));
            case Number number -> out.append(number);
            default -> writeText(value.toString());
        }
    }

    private void writeReal(double number, String decimal) {
        if (!Double.isFinite(number)) {
            out.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(decimal);
        }
    }

    private void writeMap(Map<?, ?> map, int level) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            newLine(level + 1);
            writeText(String.valueOf(entry.getKey()));
            out.append(indented ? ": " : ":");
            write(entry.getValue(), level + 1);
            separator = ",";
        }
        if (map.isEmpty()) {
            out.append('{');
        } else {
            newLine(level);
        }
        out.append('}');
    }

    private void writeList(List<?> list, int level) {
        boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        String separator = "[";
        for (Object item : list) {
            out.append(separator);
            if (!flat) {
                newLine(level + 1);
            }
            write(item, level + 1);
            separator = indented && flat ? ", " : ",";
        }
        if (list.isEmpty()) {
            out.append('[');
        } else if (!flat) {
            newLine(level);
        }
        out.append(']');
    }

    private void newLine(int level) {
        if (indented) {
            out.append('\n').append("  ".repeat(level));
        }
    }

    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
