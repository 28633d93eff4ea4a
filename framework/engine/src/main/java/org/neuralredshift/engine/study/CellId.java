package org.neuralredshift.engine.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Names of cells: the first 12 hexadecimal digits of the SHA-256 of the task and its parameters, one {@code name=value}
 * to a line, by name. So a cell has the same id in every study.
 */
final class CellId {
    private static final int DIGITS = 12;

    private CellId() {}

    static String of(String task, Parameters parameters) {
        StringBuilder text = new StringBuilder(task).append('\n');
        parameters.values().keySet().stream()
                .sorted()
                .forEach(name -> text.append(name)
                        .append('=')
                        .append(parameters.get(name))
                        .append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
