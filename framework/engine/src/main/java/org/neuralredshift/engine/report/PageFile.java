package org.neuralredshift.engine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.neuralredshift.engine.UserException;

/** The page in a folder: there whole or not at all. */
final class PageFile {
    static final String NAME = "report.html";

    private PageFile() {}

    /**
     * Writes it, in place of an earlier one.
     *
     * @param hint what to do if that fails
     * @throws UserException if it cannot be written
     */
    static Path write(Path folder, String html, String hint) {
        Path page = folder.resolve(NAME);
        try {
            Path temporary = folder.resolve(NAME + ".tmp");
            Files.writeString(temporary, html, StandardCharsets.UTF_8);
            return Files.move(temporary, page, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserException("Cannot write " + page + ": " + e + ".", hint, e);
        }
    }
}
