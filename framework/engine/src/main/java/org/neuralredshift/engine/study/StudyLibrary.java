package org.neuralredshift.engine.study;

import java.nio.file.Path;
import java.util.List;

/**
 * The study files of a folder.
 *
 * @param folder that holds {@code *.yaml}
 */
public record StudyLibrary(Path folder) {
    /**
     * One study file.
     *
     * @param name of the file without {@code .yaml}
     * @param title as the file says; empty if it has none
     * @param file where it lies
     */
    public record Entry(String name, String title, Path file) {}

    /** Every study of the folder, by name. */
    public List<Entry> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * The study of that name.
     *
     * @throws org.neuralredshift.engine.UserException naming the nearest one and all there are
     */
    public Entry find(String name) {
        throw new UnsupportedOperationException();
    }
}
