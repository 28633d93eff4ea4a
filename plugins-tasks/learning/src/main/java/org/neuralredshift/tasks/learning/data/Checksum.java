package org.neuralredshift.tasks.learning.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells in a note which file it was. */
final class Checksum {
    private Checksum() {}

    /** {@code SHA-256} and the sum in hexadecimal digits. */
    static String of(byte[] bytes) {
        try {
            return "SHA-256 "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
