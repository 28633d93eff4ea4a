package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;

/** A folder that only this user can read, for the copies of archives that classes are loaded from. */
final class PluginCopies {
    private @Nullable Path folder;
    private int count;

    /** A new place for the copy of an archive, under its own name. */
    synchronized Path place(String plugin, Path jar) {
        try {
            Path root = folder;
            if (root == null) {
                root = Files.createTempDirectory("nrs-plugins-");
                folder = root;
            }
            Path own = Files.createDirectory(root.resolve(count++ + "-" + plugin));
            return own.resolve(jar.getFileName().toString());
        } catch (IOException e) {
            throw new UserException(
                    "Archives cannot be copied to the folder for temporary files: " + e,
                    "Make room there, or name another with NRS_JAVA_OPTIONS=-Djava.io.tmpdir=DIR.",
                    e);
        }
    }

    /** Deletes them when the process ends, unless somebody does before. */
    void deleteAtEnd() {
        if (isEmpty()) {
            return;
        }
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        } catch (IllegalStateException e) {
            // The process is ending: then close() deletes them.
        }
    }

    private synchronized boolean isEmpty() {
        return folder == null;
    }

    /** Deletes them, as far as the system lets go of open files. */
    synchronized void delete() {
        Path root = folder;
        if (root == null) {
            return;
        }
        folder = null;
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("nrs: The copies of plugins in " + root + " cannot be deleted: " + e);
        }
    }
}
