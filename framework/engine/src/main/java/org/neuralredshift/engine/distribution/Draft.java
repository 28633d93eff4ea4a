package org.neuralredshift.engine.distribution;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder on the way: it is filled under a temporary name on the same disk, and gets its own name once it is whole. If that
 * does not come to pass, nothing is left of it.
 *
 * @param folder that it becomes
 * @param root where it is filled
 */
record Draft(Path folder, Path root) implements AutoCloseable {
    /** Begins it, in the nearest folder above that there is. */
    static Draft of(Path folder) throws IOException {
        Path parent = folder.getParent();
        while (parent != null && !Files.isDirectory(parent)) {
            parent = parent.getParent();
        }
        Path root = (parent == null ? folder : parent).resolve("." + folder.getFileName() + "-" + UUID.randomUUID());
        return new Draft(folder, Files.createDirectory(root));
    }

    /** Gives it its own name. */
    void publish() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.deleteIfExists(folder); // it may be there, if it is empty
        Files.move(root, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
