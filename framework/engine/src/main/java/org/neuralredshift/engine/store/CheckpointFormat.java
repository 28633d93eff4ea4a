package org.neuralredshift.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/**
 * The bytes of a checkpoint: a header, whose batch it is, the completed trials, rows, functions and spectra so far, the task's
 * own state, and a checksum of all that. Only a run of the same program reads it, so it has no versions but one.
 */
final class CheckpointFormat {
    private static final long HEADER = 0x4e52_5343_4b50_5431L;

    private CheckpointFormat() {}

    static byte[] write(SavedBatch saved, String plugins) throws IOException {
        TrialBatch batch = saved.chunk().batch();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(HEADER);
        CheckpointValues.text(out, owner(batch, plugins));
        Map<Trial, Integer> indexes = new HashMap<>();
        batch.trials().forEach(trial -> indexes.put(trial, indexes.size()));
        out.writeInt(saved.completed().size());
        for (Trial trial : saved.completed()) {
            out.writeInt(index(indexes, trial));
        }
        out.writeInt(saved.chunk().rows().size());
        for (Chunk.Row row : saved.chunk().rows()) {
            out.writeInt(index(indexes, row.trial()));
            CheckpointValues.text(out, row.status().name());
            out.writeInt(row.results().length);
            for (Object value : row.results()) {
                CheckpointValues.write(out, value);
            }
            CheckpointValues.write(out, row.reason());
        }
        SampleSpec spec = saved.chunk().spec();
        out.writeBoolean(spec != null);
        if (spec != null) {
            CheckpointValues.write(out, spec);
        }
        out.writeInt(saved.chunk().samples().size());
        for (Chunk.Kept kept : saved.chunk().samples()) {
            out.writeInt(index(indexes, kept.trial()));
            CheckpointValues.text(out, kept.stage());
            CheckpointValues.write(out, kept.values());
        }
        out.writeInt(saved.chunk().spectra().size());
        for (Chunk.KeptSpectrum spectrum : saved.chunk().spectra()) {
            out.writeInt(index(indexes, spectrum.trial()));
            CheckpointValues.text(out, spectrum.metric());
            CheckpointValues.write(out, spectrum.amplitudes());
        }
        out.writeInt(saved.state().length);
        out.write(saved.state());
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote of this batch.
     *
     * @throws IOException saying why it cannot be used
     */
    static SavedBatch read(byte[] bytes, TrialBatch batch, String plugins) throws IOException {
        int length = bytes.length - Long.BYTES;
        if (length < Long.BYTES || ByteBuffer.wrap(bytes).getLong(0) != HEADER) {
            throw new IOException("is no checkpoint of ours");
        }
        if (ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
            throw new IOException("is cut off or damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, Long.BYTES, length - Long.BYTES));
        if (!CheckpointValues.text(in).equals(owner(batch, plugins))) {
            throw new IOException("was saved by other plugins, or of other networks");
        }
        List<Trial> trials = batch.trials();
        Set<Trial> completed = new LinkedHashSet<>();
        for (int count = in.readInt(); count > 0; count--) {
            completed.add(trials.get(in.readInt()));
        }
        Chunk chunk = new Chunk(batch);
        for (int count = in.readInt(); count > 0; count--) {
            Trial trial = trials.get(in.readInt());
            Status status = Status.valueOf(CheckpointValues.text(in));
            @Nullable Object[] results = new Object[in.readInt()];
            for (int i = 0; i < results.length; i++) {
                results[i] = CheckpointValues.read(in);
            }
            chunk.add(trial, status, results, (String) CheckpointValues.read(in));
        }
        @Nullable SampleSpec spec = in.readBoolean() ? CheckpointValues.readSpec(in) : null;
        for (int count = in.readInt(); count > 0; count--) {
            Trial trial = trials.get(in.readInt());
            Chunk.Kept kept = new Chunk.Kept(trial, CheckpointValues.text(in), CheckpointValues.readFloats(in));
            if (spec != null) {
                chunk.add(kept, spec);
            }
        }
        for (int count = in.readInt(); count > 0; count--) {
            Trial trial = trials.get(in.readInt());
            chunk.add(trial, CheckpointValues.text(in), CheckpointValues.readDoubles(in));
        }
        return new SavedBatch(chunk, completed, in.readNBytes(in.readInt()));
    }

    /** Whose state it is: the plugins that compute it, and the networks. */
    private static String owner(TrialBatch batch, String plugins) {
        StringBuilder text = new StringBuilder(plugins);
        text.append('\n').append(batch.studySeed());
        batch.trials()
                .forEach(trial ->
                        text.append('\n').append(trial.cell().id()).append(' ').append(trial.seed()));
        return text.toString();
    }

    private static int index(Map<Trial, Integer> indexes, Trial trial) {
        Integer index = indexes.get(trial);
        if (index == null) {
            throw new IllegalStateException("the task reports " + trial + ", which is no network of its batch");
        }
        return index;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
