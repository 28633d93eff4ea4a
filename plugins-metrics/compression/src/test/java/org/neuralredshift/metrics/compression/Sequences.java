package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Sequences to parse, and the comparison of a parser with its definition. */
final class Sequences {
    private Sequences() {}

    /** The digits of a text. */
    static byte[] of(String digits) {
        byte[] symbols = new byte[digits.length()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (byte) (digits.charAt(i) - '0');
        }
        return symbols;
    }

    /** A text of the same length in which equal symbols are equal characters. */
    static String text(byte[] symbols) {
        StringBuilder text = new StringBuilder();
        for (byte symbol : symbols) {
            text.append((char) (symbol & 0xFF));
        }
        return text.toString();
    }

    /** One symbol again and again. */
    static byte[] equal(int length) {
        return new byte[length];
    }

    /** 0, 1, 0, 1 and so on. */
    static byte[] periodTwo(int length) {
        return periodic(length, 2);
    }

    /** 0, 1, 2 and so on. */
    static byte[] different(int length) {
        return periodic(length, length);
    }

    /** 0 to period - 1, again and again. */
    static byte[] periodic(int length, int period) {
        byte[] symbols = new byte[length];
        for (int i = 0; i < length; i++) {
            symbols[i] = (byte) (i % period);
        }
        return symbols;
    }

    /** One reused parser must agree with the definition on random sequences, and on such as repeat parts of themselves. */
    static void agree(Parser.Factory parsers, int alphabet, ToDoubleFunction<String> definition) {
        for (int length = 0; length <= 40; length++) {
            agree(parsers.create(length, alphabet), random(length, alphabet, 40), definition);
        }
        agree(parsers.create(1500, alphabet), random(1500, alphabet, 12), definition);
    }

    private static void agree(Parser parser, List<byte[]> sequences, ToDoubleFunction<String> definition) {
        for (byte[] symbols : sequences) {
            String text = text(symbols);
            assertEquals(definition.applyAsDouble(text), parser.complexity(symbols), 1e-12 * (1 + text.length()), text);
        }
    }

    private static List<byte[]> random(int length, int alphabet, int count) {
        Random random = new Random(31L * length + alphabet);
        List<byte[]> sequences = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            byte[] symbols = new byte[length];
            int fresh = s % 3 == 0 ? length : 1 + random.nextInt(length + 1);
            double errors = s % 3 == 1 ? 0 : 0.05;
            for (int i = 0; i < length; i++) {
                boolean repeats = i >= fresh && random.nextDouble() >= errors;
                symbols[i] = repeats ? symbols[i - fresh] : (byte) random.nextInt(alphabet);
            }
            sequences.add(symbols);
        }
        return sequences;
    }
}
