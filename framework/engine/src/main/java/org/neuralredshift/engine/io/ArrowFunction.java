package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.engine.UserException;

/**
 * A function in an Arrow IPC file or stream: either one row of a FixedSizeList column with the shape in its {@code
 * arrow.fixed_shape_tensor} metadata, or a FixedSizeList column without it whose rows are the rows of the grid, or a
 * table of numbers. Other columns beside a list are taken for labels.
 */
final class ArrowFunction {
    private ArrowFunction() {}

    /** Reads the one function of a file. */
    static SampledFunction read(Path file) throws IOException {
        try (Memory memory = Memory.open();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowReader reader = ArrowFormat.isFile(channel)
                        ? new ArrowFileReader(channel, memory.allocator())
                        : new ArrowStreamReader(channel, memory.allocator())) {
            return collect(file, reader);
        } catch (UserException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw ArrowFormat.unreadable(file, e);
        }
    }

    private static SampledFunction collect(Path file, ArrowReader reader) throws IOException {
        VectorSchemaRoot root = reader.getVectorSchemaRoot();
        List<FieldVector> lists = root.getFieldVectors().stream()
                .filter(FixedSizeListVector.class::isInstance)
                .toList();
        if (lists.size() > 1) {
            throw new UserException(
                    file + " has " + lists.size() + " list columns: "
                            + String.join(
                                    ", ",
                                    lists.stream().map(FieldVector::getName).toList()) + ".",
                    "Keep the one that holds the function: table.select(['NAME'])");
        }
        return lists.isEmpty() ? table(file, reader, root) : list(file, reader, (FixedSizeListVector) lists.getFirst());
    }

    private static SampledFunction list(Path file, ArrowReader reader, FixedSizeListVector list) throws IOException {
        int size = list.getListSize();
        Rows rows = new Rows(file);
        while (reader.loadNextBatch()) {
            FieldVector values = list.getDataVector();
            for (int row = 0; row < list.getValueCount(); row++) {
                float[] numbers = new float[size];
                for (int i = 0; i < size; i++) {
                    numbers[i] = number(file, values, row * size + i);
                }
                rows.add(numbers);
            }
        }
        int[] shape = ArrowFormat.tensorShape(file, list.getField());
        if (shape.length == 0) {
            return rows.matrix();
        }
        if (rows.count() != 1) {
            throw new UserException(
                    file + " holds " + rows.count() + " functions in the column " + list.getName()
                            + ", but one is measured.",
                    "Write one of them to its own file: table.slice(0, 1)");
        }
        return rows.reshaped(shape);
    }

    private static SampledFunction table(Path file, ArrowReader reader, VectorSchemaRoot root) throws IOException {
        List<FieldVector> columns = root.getFieldVectors();
        Rows rows = new Rows(file);
        while (reader.loadNextBatch()) {
            for (int row = 0; row < root.getRowCount(); row++) {
                float[] numbers = new float[columns.size()];
                for (int column = 0; column < numbers.length; column++) {
                    numbers[column] = number(file, columns.get(column), row);
                }
                rows.add(numbers);
            }
        }
        return rows.matrix();
    }

    private static float number(Path file, FieldVector vector, int index) {
        if (vector.isNull(index)) {
            return Float.NaN;
        }
        return switch (vector) {
            case FloatingPointVector reals -> (float) reals.getValueAsDouble(index);
            case BaseIntVector integers -> (float) integers.getValueAsLong(index);
            default ->
                throw new UserException(
                        file + ": the column " + vector.getName() + " is of type "
                                + vector.getField().getType() + ", which is no number.",
                        "Keep float columns only, or one FixedSizeList column of float32.");
        };
    }
}
