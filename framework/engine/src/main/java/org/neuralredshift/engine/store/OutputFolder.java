package org.neuralredshift.engine.store;

import java.nio.file.Path;
import org.neuralredshift.engine.study.Plan;

/** An output folder that a run writes to. */
public final class OutputFolder {
    private final Path path;

    private OutputFolder(Path path) {
        this.path = path;
    }

    /**
     * Starts a new output folder.
     *
     * @throws org.neuralredshift.engine.UserException if it holds something already, or cannot be written
     */
    public static OutputFolder create(Path path, Plan plan) {
        return new OutputFolder(path);
    }

    /**
     * Goes on with an interrupted one.
     *
     * @throws org.neuralredshift.engine.UserException if it holds another study, naming what differs
     */
    public static OutputFolder resume(Path path, Plan plan) {
        return new OutputFolder(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether the chunk of that batch is there and valid. */
    public boolean isCommitted(int batch) {
        throw new UnsupportedOperationException();
    }
}
