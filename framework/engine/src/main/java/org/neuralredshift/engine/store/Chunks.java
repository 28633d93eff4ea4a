package org.neuralredshift.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** Where the chunks of an output folder lie. */
final class Chunks {
    static final String ROWS = "rows";
    static final String SAMPLES = "samples";
    static final String SPECTRA = "spectra";
    static final String CHECKPOINTS = "checkpoints";

    private static final String ENDING = ".arrow";
    private static final Pattern NAME = Pattern.compile("[0-9]{5,}\\.arrow");
    private static final String CHECKPOINT_ENDING = ".bin";
    private static final Pattern TEMPORARY_NAME = Pattern.compile("[0-9]{5,}\\.(arrow|bin)\\.tmp");
    private static final Pattern TEMPORARY_DOCUMENT =
            Pattern.compile("(study\\.yaml|provenance\\.json|report\\.html)\\.tmp");

    private Chunks() {}

    /** {@code rows/00000.arrow} of the first batch, and so on. */
    static Path file(Path folder, String kind, int batch) {
        return folder.resolve(kind).resolve(String.format(Locale.ROOT, "%05d", batch) + ENDING);
    }

    /** {@code checkpoints/00000.bin} of the first batch, while that is under way. */
    static Path checkpoint(Path folder, int batch) {
        return folder.resolve(CHECKPOINTS).resolve(String.format(Locale.ROOT, "%05d", batch) + CHECKPOINT_ENDING);
    }

    /** The committed files of one kind in the order of their batches. */
    static List<Path> list(Path folder, String kind) {
        Path directory = folder.resolve(kind);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.<Path>comparingInt(
                                    file -> file.getFileName().toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UserException(directory + " cannot be listed: " + Reasons.of(e) + ".", null, e);
        }
    }

    /** Deletes what an interrupted run was writing, and nothing that a run does not write. */
    static void deleteTemporaries(Path folder) throws IOException {
        delete(folder, TEMPORARY_DOCUMENT.asMatchPredicate());
        for (String kind : List.of(ROWS, SAMPLES, SPECTRA, CHECKPOINTS)) {
            delete(folder.resolve(kind), TEMPORARY_NAME.asMatchPredicate());
        }
    }

    private static void delete(Path directory, Predicate<String> ours) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (ours.test(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
