package org.neuralredshift.engine.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The columns of kept spectra: as long as each metric makes them. */
final class Spectra {
    static final String METRIC = "metric";
    static final String AMPLITUDES = "amplitudes";

    static final Schema SCHEMA = new Schema(List.of(
            field(RowSchema.CELL, ArrowType.Utf8.INSTANCE, "depends on the task and its parameters alone"),
            field(RowSchema.SEED, new ArrowType.Int(64, true), "of the network"),
            field(METRIC, ArrowType.Utf8.INSTANCE, "label, as studies name it"),
            field(
                    AMPLITUDES,
                    ArrowType.List.INSTANCE,
                    "element i, counted from 0, belongs to frequency or order i + 1",
                    Field.notNullable("amplitude", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)))));

    private Spectra() {}

    private static Field field(String name, ArrowType type, String help, Field... children) {
        return new Field(name, new FieldType(false, type, null, Map.of(RowSchema.HELP, help)), List.of(children));
    }

    static void set(ListVector lists, int index, double[] amplitudes) {
        Float8Vector data = (Float8Vector) lists.getDataVector();
        int start = lists.startNewValue(index);
        for (int i = 0; i < amplitudes.length; i++) {
            data.setSafe(start + i, amplitudes[i]);
        }
        lists.endValue(index, amplitudes.length);
    }

    static void read(VectorSchemaRoot root, Consumer<Spectrum> consumer) {
        ListVector lists = (ListVector) root.getVector(AMPLITUDES);
        Float8Vector data = (Float8Vector) lists.getDataVector();
        BigIntVector seeds = (BigIntVector) root.getVector(RowSchema.SEED);
        for (int i = 0; i < root.getRowCount(); i++) {
            int start = lists.getElementStartIndex(i);
            double[] amplitudes = new double[lists.getElementEndIndex(i) - start];
            for (int k = 0; k < amplitudes.length; k++) {
                amplitudes[k] = data.get(start + k);
            }
            String cell = root.getVector(RowSchema.CELL).getObject(i).toString();
            String metric = root.getVector(METRIC).getObject(i).toString();
            consumer.accept(new Spectrum(cell, seeds.get(i), metric, amplitudes));
        }
    }
}
