package org.neuralredshift.engine.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** The values of one column, growing while files are read. */
final class ColumnData {
    private enum Kind {
        TEXT,
        INTEGER,
        REAL,
        FLAG
    }

    private final Table.Column column;
    private final Kind kind;
    private final BitSet present = new BitSet();
    private final Map<String, String> words = new HashMap<>();
    private String[] texts = {};
    private long[] integers = {};
    private double[] reals = {};
    private int size;

    ColumnData(Field field) {
        this.column = new Table.Column(
                field.getName(),
                field.getMetadata().getOrDefault(RowSchema.UNIT, ""),
                field.getMetadata().getOrDefault(RowSchema.HELP, ""));
        this.kind = switch (field.getType().getTypeID()) {
            case Utf8 -> Kind.TEXT;
            case Int -> Kind.INTEGER;
            case FloatingPoint -> Kind.REAL;
            case Bool -> Kind.FLAG;
            default ->
                throw new IllegalArgumentException(
                        "the column " + field.getName() + " has the type " + field.getType() + ", which no row has");
        };
    }

    Table.Column column() {
        return column;
    }

    void append(FieldVector vector, int rows) {
        int needed = size + rows;
        int room = Math.max(needed, Math.max(16, size + size / 2));
        switch (kind) {
            case TEXT -> texts = texts.length < needed ? Arrays.copyOf(texts, room) : texts;
            case INTEGER, FLAG -> integers = integers.length < needed ? Arrays.copyOf(integers, room) : integers;
            case REAL -> reals = reals.length < needed ? Arrays.copyOf(reals, room) : reals;
        }
        for (int row = 0; row < rows; row++) {
            if (!vector.isNull(row)) {
                present.set(size + row);
                set(vector, row, size + row);
            }
        }
        size = needed;
    }

    private void set(FieldVector vector, int from, int to) {
        switch (kind) {
            case TEXT -> {
                String text = ((VarCharVector) vector).getObject(from).toString();
                texts[to] = words.computeIfAbsent(text, t -> t);
            }
            case INTEGER -> integers[to] = ((BigIntVector) vector).get(from);
            case FLAG -> integers[to] = ((BitVector) vector).get(from);
            case REAL -> reals[to] = ((Float8Vector) vector).get(from);
        }
    }

    @Nullable
    Object value(int row) {
        if (!present.get(row)) {
            return null;
        }
        return switch (kind) {
            case TEXT -> texts[row];
            case INTEGER -> integers[row];
            case FLAG -> integers[row] != 0;
            case REAL -> reals[row];
        };
    }

    double real(int row) {
        if (!present.get(row)) {
            return Double.NaN;
        }
        return switch (kind) {
            case REAL -> reals[row];
            case INTEGER, FLAG -> integers[row];
            case TEXT -> throw new IllegalArgumentException("the column " + column.name() + " is text, not a number");
        };
    }
}
