package org.neuralredshift.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.engine.UserException;

class ArrowFunctionTest {
    @TempDir
    Path folder;

    private Path file(boolean stream, FieldVector... vectors) throws IOException {
        Path file = folder.resolve("f.arrow");
        VectorSchemaRoot root = new VectorSchemaRoot(List.of(vectors));
        root.setRowCount(vectors[0].getValueCount());
        try (var out = Channels.newChannel(Files.newOutputStream(file));
                var writer = stream ? new ArrowStreamWriter(root, null, out) : new ArrowFileWriter(root, null, out)) {
            writer.writeBatch();
            writer.end();
        }
        return file;
    }

    private Path batch(boolean stream, int networks) throws IOException {
        try (Memory memory = Memory.open();
                SampleBatch batch = new SampleBatch(memory, Grid.uniform(2, 2), networks)) {
            for (int i = 0; i < 4 * networks; i++) {
                batch.segment().setAtIndex(ValueLayout.JAVA_FLOAT, i, i);
            }
            return file(stream, batch.vector());
        }
    }

    @Test
    void readsAFunctionOfOurOwnSamples() throws IOException {
        SampledFunction function = FunctionFiles.read(batch(false, 1));
        assertEquals(2, function.rows());
        assertArrayEquals(new float[] {0, 1, 2, 3}, function.values());
    }

    @Test
    void readsStreams() throws IOException {
        assertEquals(2, FunctionFiles.read(batch(true, 1)).rows());
    }

    @Test
    void refusesSeveralFunctionsInOneFile() throws IOException {
        Path file = batch(false, 3);
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains("3 functions"), e.getMessage());
    }

    @Test
    void readsATableOfNumbers() throws IOException {
        try (Memory memory = Memory.open();
                var reals = new Float8Vector("a", memory.allocator());
                var integers = new IntVector("b", memory.allocator())) {
            reals.setSafe(0, 0.5);
            reals.setSafe(1, -1);
            reals.setValueCount(2);
            integers.setSafe(0, 7);
            integers.setSafe(1, 8);
            integers.setValueCount(2);
            assertArrayEquals(
                    new float[] {0.5f, 7, -1, 8},
                    FunctionFiles.read(file(false, reals, integers)).values());
        }
    }

    @Test
    void refusesColumnsOfTextAndMissingNumbers() throws IOException {
        try (Memory memory = Memory.open();
                var reals = new Float8Vector("a", memory.allocator());
                var words = new VarCharVector("name", memory.allocator())) {
            reals.setSafe(0, 0.5);
            reals.setValueCount(2);
            Path missing = file(false, reals);
            assertTrue(assertThrows(UserException.class, () -> FunctionFiles.read(missing))
                    .getMessage()
                    .contains("row 1, column 0"));
            words.setSafe(0, new byte[] {'x'});
            words.setValueCount(1);
            Path text = file(false, words);
            assertTrue(assertThrows(UserException.class, () -> FunctionFiles.read(text))
                    .getMessage()
                    .contains("column name is of type Utf8"));
        }
    }

    @Test
    void refusesTruncatedFilesWithoutALeak() throws IOException {
        byte[] bytes = Files.readAllBytes(batch(false, 1));
        for (int length = 0; length < bytes.length; length += 16) {
            Path file = Files.write(folder.resolve("g.arrow"), Arrays.copyOf(bytes, length));
            assertThrows(UserException.class, () -> FunctionFiles.read(file), "of length " + length);
        }
    }
}
