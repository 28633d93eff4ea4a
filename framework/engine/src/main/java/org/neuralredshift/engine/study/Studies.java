package org.neuralredshift.engine.study;

import java.nio.file.Path;
import java.util.List;
import org.neuralredshift.engine.plugin.Catalog;

/** The way in: study files to resolved studies and plans. */
public final class Studies {
    private Studies() {}

    /**
     * Reads and resolves a study file, and asks every metric whether it can work on the study's grids.
     *
     * @param file YAML
     * @param preset which of the file's overrides to apply
     * @param overrides {@code path=value} from the command line, applied last
     * @param catalog what the study may name
     * @throws org.neuralredshift.engine.UserException for every mistake, with file, line, column and path
     */
    public static ResolvedStudy read(Path file, Preset preset, List<String> overrides, Catalog catalog) {
        return new StudyReader(Yaml.file(file), preset, overrides, ParameterOrigin.SET, catalog).read();
    }

    /**
     * Reads and resolves a study that ships with the program: as {@link #read}, but what its file says counts as chosen by the
     * program, not by the user.
     */
    public static ResolvedStudy readShipped(Path file, Preset preset, List<String> overrides, Catalog catalog) {
        return new StudyReader(Yaml.file(file), preset, overrides, ParameterOrigin.PRESET, catalog).read();
    }

    /** Plans a study: the same study gives the same cells and batches anywhere. */
    public static Plan plan(ResolvedStudy study) {
        return new Planner(study).plan();
    }
}
