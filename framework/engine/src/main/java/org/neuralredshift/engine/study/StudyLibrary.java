package org.neuralredshift.engine.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

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
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(StudyLibrary::entry)
                    .toList();
        } catch (IOException e) {
            throw new UserException(
                    "The folder of studies " + folder + " cannot be listed: " + Reasons.of(e) + ".", null, e);
        }
    }

    private static Entry entry(Path file) {
        return new Entry(StudyReader.nameOf(file), StudyTitle.of(file), file);
    }

    /**
     * The study of that name.
     *
     * @throws org.neuralredshift.engine.UserException naming the nearest one and all there are
     */
    public Entry find(String name) {
        List<Entry> entries = list();
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no study " + name + " in " + folder + ".",
                        Suggestions.hint(name, entries.stream().map(Entry::name).toList())));
    }
}
