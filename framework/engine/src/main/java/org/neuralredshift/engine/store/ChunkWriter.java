package org.neuralredshift.engine.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.api.task.Task;

/** Writes a chunk as Arrow IPC files. */
final class ChunkWriter {
    private final Task task;
    private final String plugins;
    private final Memory memory;

    /** @param plugins who computes the rows, as {@link Attribution} tells */
    ChunkWriter(Task task, String plugins, Memory memory) {
        this.task = task;
        this.plugins = plugins;
        this.memory = memory;
    }

    /** Writes the rows, one record batch. */
    void writeRows(Chunk chunk, FileChannel channel) throws IOException {
        try (VectorSchemaRoot root = VectorSchemaRoot.create(
                RowSchema.of(task, chunk.samples().size(), chunk.spectra().size(), plugins), memory.allocator())) {
            root.allocateNew();
            for (int i = 0; i < chunk.rows().size(); i++) {
                writeRow(root.getFieldVectors(), i, chunk.rows().get(i));
            }
            root.setRowCount(chunk.rows().size());
            write(root, channel);
        }
    }

    private void writeRow(List<FieldVector> vectors, int index, Chunk.Row row) {
        int column = 0;
        set(vectors.get(column++), index, row.trial().cell().id());
        set(vectors.get(column++), index, row.trial().seed());
        for (Parameter parameter : task.parameters().parameters()) {
            set(vectors.get(column++), index, row.trial().cell().parameters().get(parameter.name()));
        }
        for (Object value : row.results()) {
            set(vectors.get(column++), index, value);
        }
        set(vectors.get(column++), index, row.status().id());
        set(vectors.get(column), index, row.reason());
    }

    private static void set(FieldVector vector, int index, @Nullable Object value) {
        switch (value) {
            case null -> vector.setNull(index);
            case String text -> ((VarCharVector) vector).setSafe(index, text.getBytes(StandardCharsets.UTF_8));
            case Long number -> ((BigIntVector) vector).setSafe(index, number);
            case Double number -> ((Float8Vector) vector).setSafe(index, number);
            case Boolean flag -> ((BitVector) vector).setSafe(index, flag ? 1 : 0);
            default -> throw new IllegalArgumentException(value.getClass() + " is no type of a column");
        }
    }

    /** Writes the kept functions, one record batch. */
    void writeSamples(Chunk chunk, SampleSpec spec, FileChannel channel) throws IOException {
        List<Chunk.Kept> kept = chunk.samples();
        try (BigIntVector seeds = new BigIntVector(RowSchema.SEED, memory.allocator());
                VarCharVector cells = new VarCharVector(RowSchema.CELL, memory.allocator());
                VarCharVector stages = new VarCharVector(Stages.COLUMN, memory.allocator());
                SampleBatch samples = new SampleBatch(memory, spec, kept.size())) {
            seeds.allocateNew(kept.size());
            cells.allocateNew();
            stages.allocateNew();
            for (int i = 0; i < kept.size(); i++) {
                set(cells, i, kept.get(i).trial().cell().id());
                set(seeds, i, kept.get(i).trial().seed());
                set(stages, i, kept.get(i).stage());
                float[] values = kept.get(i).values();
                long offset = (long) i * values.length * Float.BYTES;
                MemorySegment.copy(values, 0, samples.segment(), ValueLayout.JAVA_FLOAT, offset, values.length);
            }
            cells.setValueCount(kept.size());
            seeds.setValueCount(kept.size());
            stages.setValueCount(kept.size());
            List<FieldVector> vectors = List.of(cells, seeds, stages, samples.vector());
            try (VectorSchemaRoot root = new VectorSchemaRoot(vectors)) {
                root.setRowCount(kept.size());
                write(root, channel);
            }
        }
    }

    /** Writes the spectra of the kept functions, one record batch. */
    void writeSpectra(Chunk chunk, FileChannel channel) throws IOException {
        List<Chunk.KeptSpectrum> kept = chunk.spectra();
        try (VectorSchemaRoot root = VectorSchemaRoot.create(Spectra.SCHEMA, memory.allocator())) {
            root.allocateNew();
            for (int i = 0; i < kept.size(); i++) {
                Chunk.KeptSpectrum spectrum = kept.get(i);
                set(root.getVector(RowSchema.CELL), i, spectrum.trial().cell().id());
                set(root.getVector(RowSchema.SEED), i, spectrum.trial().seed());
                set(root.getVector(Spectra.METRIC), i, spectrum.metric());
                Spectra.set((ListVector) root.getVector(Spectra.AMPLITUDES), i, spectrum.amplitudes());
            }
            root.setRowCount(kept.size());
            write(root, channel);
        }
    }

    private static void write(VectorSchemaRoot root, FileChannel channel) throws IOException {
        ArrowFileWriter writer = new ArrowFileWriter(root, null, new Uncloseable(channel));
        try (writer) {
            writer.start();
            writer.writeBatch();
            writer.end();
        }
    }
}
