package org.neuralredshift.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Aligned columns of text; the last column may be of any length. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table() {}

    /** Adds a row. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Adds a row with some members of a record; a list is joined by commas, what is missing is empty. */
    public Table row(Map<String, ?> record, String... keys) {
        String[] cells = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Object value = record.get(keys[i]);
            cells[i] = switch (value) {
                case null -> "";
                case List<?> list ->
                    String.join(", ", list.stream().map(Object::toString).toList());
                default -> value.toString();
            };
        }
        return row(cells);
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each indented by two blanks and ended. */
    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                widths.set(column, Math.max(widths.get(column), row.get(column).length()));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append("  ").append(cell).append(" ".repeat(widths.get(column) - cell.length()));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
