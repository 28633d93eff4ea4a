package org.neuralredshift.engine.study;

import java.nio.file.Path;
import java.util.List;
import org.neuralredshift.engine.plugin.Catalog;

/** The way in: study files to resolved studies and plans. */
public final class Studies {
    private Studies() {}

    /**
     * Reads and resolves a study file.
     *
     * @param file YAML
     * @param preset which of the file's overrides to apply
     * @param overrides {@code path=value} from the command line, applied last
     * @param catalog what the study may name
     * @throws org.neuralredshift.engine.UserException for every mistake, with file, line, column and path
     */
    public static ResolvedStudy read(Path file, Preset preset, List<String> overrides, Catalog catalog) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plans a study, and asks every metric whether it can work on the grid.
     *
     * @throws org.neuralredshift.engine.UserException if a metric cannot
     */
    public static Plan plan(ResolvedStudy study, Catalog catalog) {
        throw new UnsupportedOperationException();
    }
}
