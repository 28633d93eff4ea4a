package org.neuralredshift.tasks.learning.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The outlines of the digits of one font. They lie as text in the module, with the licence that the font has, so no font of the
 * machine is used.
 *
 * @param name of the file
 * @param digits of 0 to 9, in thousandths of the em
 */
record DigitFont(String name, List<Outline> digits) {
    /** Eight fonts to train on: without and with serifs, of fixed width, with slabs, script, casual, for school, rounded. */
    static List<DigitFont> train() {
        return read("sans", "serif", "mono", "slab", "script", "casual", "school", "round");
    }

    /** Five others, of other families and designers, to test on. */
    static List<DigitFont> test() {
        return read("test-sans", "test-serif", "test-mono", "test-script", "test-hand");
    }

    private static List<DigitFont> read(String... names) {
        return List.of(names).stream().map(DigitFont::read).toList();
    }

    private static DigitFont read(String name) {
        String file = "digits/" + name + ".txt";
        try (InputStream in = DigitFont.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in this module: build it again");
            }
            List<Outline> digits = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Outline::parse)
                    .toList();
            return new DigitFont(name, digits);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " in this module cannot be read", e);
        }
    }
}
