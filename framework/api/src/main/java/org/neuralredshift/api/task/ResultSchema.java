package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.annotation.Api;

/** The columns of a task's rows, in order. */
@Api(INCUBATING)
public record ResultSchema(List<Column> columns) {
    /** The {@code TEXT} column in which a task says on what data a network was measured; the report lists what stands there. */
    public static final String DATA = "data";

    /** Types of columns. */
    public enum Type {
        /** UTF-8. */
        TEXT,
        /** Signed 64-bit. */
        INTEGER,
        /** float64; NaN is written as null. */
        REAL
    }

    /**
     * One column.
     *
     * @param name unique in the schema
     * @param type of its values
     * @param unit of its values; empty for none
     * @param help one sentence
     */
    public record Column(String name, Type type, String unit, String help) {}

    public ResultSchema {
        columns = List.copyOf(columns);
    }

    /** A schema of these columns. */
    public static ResultSchema of(Column... columns) {
        return new ResultSchema(List.of(columns));
    }

    /** The position of a column. */
    public int index(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name + " among " + columns);
    }
}
