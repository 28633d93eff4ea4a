package org.neuralredshift.engine.store;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.neuralredshift.api.task.Stages;

/** Reads kept functions from record batches. */
final class SampleReader {
    private static final Pattern SHAPE = Pattern.compile("\"shape\"\\s*:\\s*\\[([0-9,\\s]+)]");

    private SampleReader() {}

    static void read(VectorSchemaRoot root, Consumer<SampledFunction> consumer) {
        FixedSizeListVector lists = (FixedSizeListVector) root.getVector("samples");
        Float4Vector data = (Float4Vector) lists.getDataVector();
        BigIntVector seeds = (BigIntVector) root.getVector(RowSchema.SEED);
        int points = lists.getListSize();
        int[] shape = shape(lists.getField().getMetadata().getOrDefault("ARROW:extension:metadata", ""), points);
        for (int i = 0; i < root.getRowCount(); i++) {
            float[] values = new float[points];
            for (int p = 0; p < points; p++) {
                values[p] = data.get(i * points + p);
            }
            String cell = root.getVector(RowSchema.CELL).getObject(i).toString();
            // Folders of earlier versions know no stages.
            String stage = root.getVector(Stages.COLUMN) instanceof FieldVector stages && !stages.isNull(i)
                    ? stages.getObject(i).toString()
                    : Stages.FINAL;
            consumer.accept(new SampledFunction(cell, seeds.get(i), stage, shape.clone(), values));
        }
    }

    private static int[] shape(String metadata, int points) {
        Matcher matcher = SHAPE.matcher(metadata);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the column samples has no arrow.fixed_shape_tensor metadata");
        }
        int[] shape = Arrays.stream(matcher.group(1).split(","))
                .mapToInt(extent -> Integer.parseInt(extent.strip()))
                .toArray();
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != points) {
            throw new IllegalArgumentException(
                    "the shape " + Arrays.toString(shape) + " does not have " + points + " points");
        }
        return shape;
    }
}
