package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.neuralredshift.engine.UserException;

/**
 * Rows of numbers in text: one line per row, separated by semicolons, commas or blanks, whichever of them a line has,
 * sought in this order. Empty lines and lines that begin with # do not count.
 */
final class Csv {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private Csv() {}

    /** Reads a matrix; every row must have as many numbers as the first. */
    static SampledFunction read(Path file) throws IOException {
        Rows rows = new Rows(file);
        List<String> lines = lines(file);
        int firstLine = 0;
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            float[] row = numbers(file, line, text);
            if (rows.count() == 0) {
                firstLine = line;
            } else if (row.length != rows.columns()) {
                throw new UserException(
                        "%s, line %d has %d numbers, but line %d has %d."
                                .formatted(file, line, row.length, firstLine, rows.columns()),
                        "Every line is one row of the grid: the same x2, ascending x1.");
            }
            rows.add(row);
        }
        return rows.matrix();
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new UserException(
                    file + " is not text in UTF-8.", "Write it with np.savetxt, or name it after its format.", e);
        }
    }

    private static float[] numbers(Path file, int line, String text) {
        String separator = text.contains(";") ? ";" : text.contains(",") ? "," : "\\s+";
        String[] words = text.split(separator, -1);
        // A separator at the end of the line is common, and is no number that lacks.
        int count = words.length > 1 && words[words.length - 1].isBlank() ? words.length - 1 : words.length;
        float[] row = new float[count];
        for (int i = 0; i < count; i++) {
            row[i] = number(file, line, i + 1, words[i].strip());
        }
        return row;
    }

    private static float number(Path file, int line, int position, String word) {
        if (NUMBER.matcher(word).matches()) {
            return Float.parseFloat(word);
        }
        if (NOT_FINITE.matcher(word).matches()) {
            return Float.NaN;
        }
        String hint = word.matches("[+-]?\\d*,\\d+([eE][+-]?\\d+)?")
                ? "Write numbers with a decimal point."
                : line == 1 ? "A line of headings begins with #, or is left out." : "Each line holds numbers only.";
        throw new UserException(
                "%s, line %d: number %d is '%s', which is no number.".formatted(file, line, position, word), hint);
    }
}
