package org.neuralredshift.engine.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows by columns, in memory. */
public final class Table {
    /**
     * A column.
     *
     * @param name of the column
     * @param unit of its values; empty for none
     * @param help one sentence; empty for none
     */
    public record Column(String name, String unit, String help) {}

    private final List<Column> columns;
    private final List<@Nullable Object[]> rows;

    Table(List<Column> columns, List<@Nullable Object[]> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** The columns in order. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of that name. */
    public Optional<Column> find(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** A value as it is: String, Long, Double, Boolean, or null. */
    public @Nullable Object value(String column, int row) {
        return rows.get(row)[index(column)];
    }

    /** A value as text; empty for null. */
    public String text(String column, int row) {
        Object value = value(column, row);
        return value == null ? "" : value.toString();
    }

    /** A number; NaN for null. */
    public double real(String column, int row) {
        Object value = value(column, row);
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    private int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column + " among "
                + columns.stream().map(Column::name).toList());
    }
}
