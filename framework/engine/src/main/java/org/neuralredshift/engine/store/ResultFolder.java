package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.neuralredshift.engine.study.Study;

/** A finished or interrupted output folder, for reading. Needs no plugin. */
public final class ResultFolder {
    private final Path path;

    private ResultFolder(Path path) {
        this.path = path;
    }

    /**
     * Opens an output folder.
     *
     * @throws org.neuralredshift.engine.UserException if it is none, or {@code study.yaml} cannot be read
     */
    public static ResultFolder open(Path path) {
        return new ResultFolder(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What was run. */
    public Study study() {
        throw new UnsupportedOperationException();
    }

    /** The contents of {@code provenance.json}. */
    public JsonNode provenance() {
        throw new UnsupportedOperationException();
    }

    /** All committed rows, in the order of the plan. */
    public Table rows() {
        throw new UnsupportedOperationException();
    }

    /** All kept functions, in the order of the plan. */
    public List<SampledFunction> samples() {
        throw new UnsupportedOperationException();
    }
}
