package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;
import org.neuralredshift.engine.study.StudyYaml;

/** A finished or interrupted output folder, for reading. Needs no plugin. */
public final class ResultFolder {
    private final Path path;
    private final Study study;

    private ResultFolder(Path path, Study study) {
        this.path = path;
        this.study = study;
    }

    /**
     * Opens an output folder.
     *
     * @throws UserException if it is none, or {@code study.yaml} cannot be read
     */
    public static ResultFolder open(Path path) {
        Path study = path.resolve(OutputFolder.STUDY);
        if (!Files.exists(study)) {
            throw new UserException(
                    path + " holds no results: there is no " + OutputFolder.STUDY + " in it.",
                    "Name the folder that a run wrote with --out.");
        }
        return new ResultFolder(path, StudyYaml.read(study));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What was run. */
    public Study study() {
        return study;
    }

    /** The contents of {@code provenance.json}, as {@link Provenance} says. */
    public JsonNode provenance() {
        return Json.read(path.resolve(OutputFolder.PROVENANCE));
    }

    /**
     * All committed rows, in the order of the plan.
     *
     * @throws UserException naming a file that is damaged or has other columns than the first
     */
    public Table rows() {
        Map<String, ColumnData> columns = new LinkedHashMap<>();
        int[] size = {0};
        for (Path file : Chunks.list(path, Chunks.ROWS)) {
            ArrowFile.read(file, root -> {
                if (columns.isEmpty()) {
                    root.getSchema().getFields().forEach(f -> columns.put(f.getName(), new ColumnData(f)));
                }
                append(file, root, columns);
                size[0] += root.getRowCount();
            });
        }
        return new Table(size[0], columns);
    }

    /** Hands over the rows of one batch after another, in the order of the plan; for those that do not fit in memory. */
    public void forEachChunk(Consumer<Table> consumer) {
        for (Path file : Chunks.list(path, Chunks.ROWS)) {
            ArrowFile.read(file, root -> {
                Map<String, ColumnData> columns = new LinkedHashMap<>();
                root.getSchema().getFields().forEach(f -> columns.put(f.getName(), new ColumnData(f)));
                append(file, root, columns);
                consumer.accept(new Table(root.getRowCount(), columns));
            });
        }
    }

    /**
     * Hands over one measurement after another, in the order of the plan: for aggregating over studies of any size, since no
     * more than the rows of one batch are in memory. Those of null models are among them: {@link Study#nullModel} tells.
     */
    public void forEachObservation(Consumer<Observation> consumer) {
        Map<String, Map<String, Object>> cells = new HashMap<>();
        forEachChunk(rows -> Observations.forEach(rows, study.parameters().keySet(), cells, consumer));
    }

    private static void append(Path file, VectorSchemaRoot root, Map<String, ColumnData> columns) {
        List<String> names =
                root.getSchema().getFields().stream().map(Field::getName).toList();
        if (!names.equals(List.copyOf(columns.keySet()))) {
            throw new UserException(
                    file + " has the columns " + names + ", but the files before it " + columns.keySet() + ".",
                    "It belongs to another run: delete it, then run the study again with --resume.");
        }
        columns.forEach((name, data) -> data.append(root.getVector(name), root.getRowCount()));
    }

    /** All kept functions, in the order of the plan. */
    public List<SampledFunction> samples() {
        List<SampledFunction> samples = new ArrayList<>();
        forEachSample(samples::add);
        return samples;
    }

    /** Hands over one kept function after another, in the order of the plan; for those that do not fit in memory. */
    public void forEachSample(Consumer<SampledFunction> consumer) {
        for (Path file : Chunks.list(path, Chunks.SAMPLES)) {
            ArrowFile.read(file, root -> SampleReader.read(root, consumer));
        }
    }

    /**
     * Hands over one spectrum of a kept function after another, in the order of the plan; those of a function in the order of
     * the study's metrics. A metric without a spectrum, or that found nothing to measure, has none.
     */
    public void forEachSpectrum(Consumer<Spectrum> consumer) {
        for (Path file : Chunks.list(path, Chunks.SPECTRA)) {
            ArrowFile.read(file, root -> Spectra.read(root, consumer));
        }
    }
}
