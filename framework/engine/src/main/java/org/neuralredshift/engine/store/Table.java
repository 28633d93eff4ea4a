package org.neuralredshift.engine.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows by columns, in memory. Immutable. */
public final class Table {
    /**
     * A column.
     *
     * @param name of the column
     * @param unit of its values; empty for none
     * @param help one sentence; empty for none
     */
    public record Column(String name, String unit, String help) {}

    private final int size;
    private final Map<String, ColumnData> columns;

    Table(int size, Map<String, ColumnData> columns) {
        this.size = size;
        this.columns = new LinkedHashMap<>(columns);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The columns in order. */
    public List<Column> columns() {
        return columns.values().stream().map(ColumnData::column).toList();
    }

    /** The column of that name. */
    public Optional<Column> find(String column) {
        return Optional.ofNullable(columns.get(column)).map(ColumnData::column);
    }

    /** A value as it is: String, Long, Double, Boolean, or null. */
    public @Nullable Object value(String column, int row) {
        return data(column).value(row);
    }

    /** The values of some columns of a row, by column; those that are null are left out. */
    public Map<String, Object> values(Iterable<String> columns, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : columns) {
            Object value = value(column, row);
            if (value != null) {
                values.put(column, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** A value as text; empty for null. */
    public String text(String column, int row) {
        Object value = value(column, row);
        return value == null ? "" : value.toString();
    }

    /** A number; NaN for null. */
    public double real(String column, int row) {
        return data(column).real(row);
    }

    private ColumnData data(String column) {
        ColumnData data = columns.get(column);
        if (data == null) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
        }
        return data;
    }
}
