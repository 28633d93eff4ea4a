package org.neuralredshift.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a user wrote, taken as a path. */
final class SamePath {
    private SamePath() {}

    /** Empty if this system has no such path, as {@code fourier:prototype} on some. */
    static Optional<Path> of(String word) {
        try {
            return Optional.of(Path.of(word));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a word names the same place as a path, as far as their names tell. */
    static boolean test(Path path, String word) {
        return of(word).map(other -> plain(other).equals(plain(path))).orElse(false);
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
