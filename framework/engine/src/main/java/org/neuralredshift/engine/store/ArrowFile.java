package org.neuralredshift.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** Reads Arrow IPC files, one record batch after another. */
final class ArrowFile {
    /** Sees each record batch; the vectors are valid during the call. */
    @FunctionalInterface
    interface Visitor {
        void visit(VectorSchemaRoot root);
    }

    private ArrowFile() {}

    /**
     * Reads a file.
     *
     * @throws UserException if it is damaged, or is something else
     */
    static void read(Path file, Visitor visitor) {
        try (Memory memory = Memory.open();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, memory.allocator())) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            while (reader.loadNextBatch()) {
                visitor.visit(root);
            }
        } catch (UserException e) {
            throw e;
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new UserException(file + " cannot be read: " + Reasons.of(e) + ".", "Check your rights to it.", e);
        } catch (IOException | RuntimeException e) {
            throw new UserException(
                    file + " (" + size(file) + ") is no whole Arrow file of ours: it is cut off, or is something else.",
                    "Delete it, then run the study again with --resume: only this part is computed again.",
                    e);
        }
    }

    private static String size(Path file) {
        try {
            return Files.size(file) + " bytes";
        } catch (IOException e) {
            return "size unknown";
        }
    }
}
