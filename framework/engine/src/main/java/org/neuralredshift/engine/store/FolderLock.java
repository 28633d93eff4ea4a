package org.neuralredshift.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/**
 * Keeps every other process from writing to an output folder. The empty file {@code .lock} stays behind, for removing it
 * would race with the next owner; the lock itself ends with the process, however that ends.
 */
public final class FolderLock implements AutoCloseable {
    static final String NAME = ".lock";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws UserException if another process, or another run of this one, holds it */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new UserException(
                        "Another nrs is writing to " + folder + ".",
                        "Wait until it is done, or write to another folder with --out.");
            }
            return new FolderLock(folder, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another run of this process, which is as good as by another process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UserException(folder.resolve(NAME) + " cannot be closed: " + Reasons.of(e) + ".", null, e);
        }
    }
}
