package org.neuralredshift.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of input: a flat JSON object of numbers, words and truth values.
 *
 * @param line the object
 */
public record Request(String line) {

    /** The number of that name, or {@code initial} if there is none. */
    public double number(String name, double initial) {
        String text = word(name, "");
        return text.isEmpty() ? initial : Double.parseDouble(text);
    }

    /** The whole number of that name, or {@code initial} if there is none. */
    public int integer(String name, int initial) {
        String text = word(name, "");
        return text.isEmpty() ? initial : Integer.parseInt(text);
    }

    /** The word, number or truth value of that name, or {@code initial} if there is none. */
    public String word(String name, String initial) {
        Matcher matcher = Pattern.compile('"' + Pattern.quote(name) + "\"\\s*:\\s*(?:\"([^\"]*)\"|([^\",}\\s]+))")
                .matcher(line);
        if (!matcher.find()) {
            return initial;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
