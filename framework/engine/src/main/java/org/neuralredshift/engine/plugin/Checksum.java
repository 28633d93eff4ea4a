package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** SHA-256 of files, in lower-case hexadecimal. */
public final class Checksum {
    private Checksum() {}

    /** The sum of a file. */
    public static String sha256(Path file) {
        return sha256(file, OutputStream.nullOutputStream());
    }

    /** Also writes what was read: the sum is that of the bytes that were written, whatever happens to the file. */
    static String sha256(Path file, OutputStream copy) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(copy);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UserException(file + " cannot be read for its checksum: " + Reasons.of(e) + ".", null, e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
