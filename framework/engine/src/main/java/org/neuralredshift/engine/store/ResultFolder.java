package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @throws UserException naming a file that is damaged, or has other columns than the first, or networks that are none of
     *     the study or were read before
     */
    public Table rows() {
        Map<String, ColumnData> columns = new LinkedHashMap<>();
        NetworkList networks = new NetworkList(study);
        int[] size = {0};
        for (Path file : Chunks.list(path, Chunks.ROWS)) {
            ArrowFile.read(file, root -> {
                if (columns.isEmpty()) {
                    root.getSchema().getFields().forEach(f -> columns.put(f.getName(), new ColumnData(f)));
                }
                append(file, root, columns);
                int first = size[0];
                size[0] += root.getRowCount();
                networks.add(file, new Table(size[0], columns), first);
            });
        }
        return new Table(size[0], columns);
    }

    /**
     * Hands over the rows of one batch after another, in the order of the plan; for those that do not fit in memory.
     *
     * @return how many networks have rows; those of null models are among them
     * @throws UserException as {@link #rows}
     */
    public long forEachChunk(Consumer<Table> consumer) {
        NetworkList networks = new NetworkList(study);
        for (Path file : Chunks.list(path, Chunks.ROWS)) {
            ArrowFile.read(file, root -> {
                Map<String, ColumnData> columns = new LinkedHashMap<>();
                root.getSchema().getFields().forEach(f -> columns.put(f.getName(), new ColumnData(f)));
                append(file, root, columns);
                Table rows = new Table(root.getRowCount(), columns);
                networks.add(file, rows, 0);
                consumer.accept(rows);
            });
        }
        return networks.size();
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
