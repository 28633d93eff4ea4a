package org.neuralredshift.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;

/** Where the chunks of an output folder lie. */
final class Chunks {
    static final String ROWS = "rows";
    static final String SAMPLES = "samples";

    private static final String ENDING = ".arrow";

    private Chunks() {}

    /** {@code rows/00000.arrow} of the first batch, and so on. */
    static Path file(Path folder, String kind, int batch) {
        return folder.resolve(kind).resolve(String.format(Locale.ROOT, "%05d", batch) + ENDING);
    }

    /** The committed files of one kind in the order of their batches. */
    static List<Path> list(Path folder, String kind) {
        Path directory = folder.resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.<Path>comparingInt(
                                    file -> file.getFileName().toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UserException(directory + " cannot be listed: " + e, null, e);
        }
    }

    /** Deletes what an interrupted run was writing. */
    static void deleteTemporaries(Path folder) throws IOException {
        for (Path directory : List.of(folder, folder.resolve(ROWS), folder.resolve(SAMPLES))) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().endsWith(AtomicFile.TEMPORARY)) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
