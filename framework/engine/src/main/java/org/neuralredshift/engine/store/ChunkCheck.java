package org.neuralredshift.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;
import org.neuralredshift.engine.UserException;

/** Whether the files of a batch are what that batch would have written. */
final class ChunkCheck {
    private ChunkCheck() {}

    /**
     * Why the chunk cannot be used; empty if it can. The file of rows must exist.
     *
     * @param plugins what its rows may say of the plugins that computed them
     */
    static Optional<String> problem(Path folder, int number, TrialBatch batch, Task task, Set<String> plugins) {
        List<String> expected = batch.trials().stream().map(ChunkCheck::key).toList();
        List<String> found = new ArrayList<>();
        Map<String, Integer> kept = new LinkedHashMap<>();
        Path rows = Chunks.file(folder, Chunks.ROWS, number);
        try {
            ArrowFile.read(rows, root -> {
                kept.putAll(counts(rows, root.getSchema(), task, plugins));
                addKeys(root, found);
            });
            if (!found.equals(expected)) {
                return Optional.of(rows + " holds other networks than the plan");
            }
            return kept.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .flatMap(entry -> problem(folder, number, entry.getKey(), entry.getValue()).stream())
                    .findFirst();
        } catch (UserException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** How many functions and spectra lie in the files of these kinds beside the rows. */
    private static Map<String, Integer> counts(Path rows, Schema schema, Task task, Set<String> plugins) {
        int samples = count(schema, RowSchema.SAMPLES);
        int spectra = count(schema, RowSchema.SPECTRA);
        String there = schema.getCustomMetadata().getOrDefault(RowSchema.PLUGINS, "");
        if (!plugins.contains(there)) {
            throw new UserException(rows + " was computed by other plugins");
        }
        if (!schema.equals(RowSchema.of(task, samples, spectra, there))) {
            throw new UserException(rows + " has other columns than the task " + task.id());
        }
        return Map.of(Chunks.SAMPLES, samples, Chunks.SPECTRA, spectra);
    }

    private static int count(Schema schema, String key) {
        return Integer.parseInt(schema.getCustomMetadata().getOrDefault(key, "0"));
    }

    private static Optional<String> problem(Path folder, int number, String kind, int expected) {
        Path file = Chunks.file(folder, kind, number);
        if (!Files.exists(file)) {
            return Optional.of(file + " is missing");
        }
        int[] count = {0};
        ArrowFile.read(file, root -> count[0] += root.getRowCount());
        return count[0] == expected
                ? Optional.empty()
                : Optional.of(file + " holds " + count[0] + " of " + expected + " " + kind);
    }

    private static String key(Trial trial) {
        return trial.cell().id() + " " + trial.seed();
    }

    private static void addKeys(VectorSchemaRoot root, List<String> keys) {
        BigIntVector seeds = (BigIntVector) root.getVector(RowSchema.SEED);
        for (int i = 0; i < root.getRowCount(); i++) {
            String key = root.getVector(RowSchema.CELL).getObject(i) + " " + seeds.get(i);
            if (keys.isEmpty() || !keys.getLast().equals(key)) {
                keys.add(key);
            }
        }
    }
}
