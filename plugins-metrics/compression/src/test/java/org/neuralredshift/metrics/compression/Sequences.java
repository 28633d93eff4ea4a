package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
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

    /** Sequences that repeat themselves in ways that defeat one shortcut or another. */
    static List<byte[]> repetitive(int length) {
        Random random = new Random(length);
        List<byte[]> sequences = new ArrayList<>(List.of(
                equal(length),
                periodTwo(length),
                periodic(length, 7),
                periodic(length, 37),
                ofBits(length, i -> i == length - 1),
                ofBits(length, i -> (i + 1) * (Math.sqrt(5) - 1) / 2 % 1 < (Math.sqrt(5) - 1) / 2), // Fibonacci's word
                ofBits(length, i -> Integer.bitCount(i) % 2 == 1), // Thue and Morse's
                ofBits(length, i -> Math.sqrt(8 * i + 1) % 2 == 1), // ever longer runs
                ofBits(length, i -> Math.sqrt(8 * (length - i) + 1) % 2 == 1), // ever shorter ones
                ofBits(length, i -> Math.sin(i * i * 1e-3) > 0),
                ofBits(length, i -> Math.sin(i % 40 * 0.2 + i / 40 * 0.1) > 0), // a plane wave, row after row
                deBruijn(length)));
        for (int spacing : new int[] {5, 50, 200}) {
            sequences.add(ofBits(length, i -> random.nextInt(spacing) == 0));
            sequences.add(ofBits(length, i -> random.nextInt(spacing) == 0 ^ i % 2 == 0));
            sequences.add(ofBits(length, i -> random.nextInt(spacing) == 0 ^ i % 37 % 5 == 0));
        }
        return sequences;
    }

    private static byte[] ofBits(int length, IntPredicate one) {
        byte[] symbols = new byte[length];
        for (int i = 0; i < length; i++) {
            symbols[i] = (byte) (one.test(i) ? 1 : 0);
        }
        return symbols;
    }

    /** Every word of eight bits once, then the same again: one is preferred to zero wherever the word is new. */
    private static byte[] deBruijn(int length) {
        byte[] symbols = new byte[length];
        boolean[] seen = new boolean[256];
        for (int i = 8, word = 0; i < length; i++) {
            int next = word << 1 & 0xFF;
            symbols[i] = (byte) (i >= 256 ? symbols[i - 256] : seen[next | 1] ? 0 : 1);
            word = next | symbols[i];
            seen[word] = true;
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

    /** One parser must agree with the definition on them. */
    static void agree(Parser parser, List<byte[]> sequences, ToDoubleFunction<String> definition) {
        for (byte[] symbols : sequences) {
            String text = text(symbols);
            assertEquals(definition.applyAsDouble(text), parser.complexity(symbols), 1e-12 * (1 + text.length()), text);
        }
    }

    /** Random ones, two of three of which repeat themselves, with or without errors. */
    static List<byte[]> random(int length, int alphabet, int count) {
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
