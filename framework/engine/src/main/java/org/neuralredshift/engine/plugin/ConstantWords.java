package org.neuralredshift.engine.plugin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a class has one of some words among its constants, without which it cannot call a method of that name. Every class
 * of a plugin is asked, so this reads the sizes of constants and nothing more.
 */
final class ConstantWords {
    private static final int COUNT = 8;

    private final List<byte[]> words;

    /** @param words that are looked for, in ASCII */
    ConstantWords(String... words) {
        this.words = Arrays.stream(words)
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** False also of bytes that are no class, which the JVM will refuse. */
    boolean in(byte[] bytes) {
        if (bytes.length < COUNT + 2) {
            return false;
        }
        int count = unsigned(bytes, COUNT);
        int at = COUNT + 2;
        for (int i = 1; i < count; i++) {
            if (at + 2 >= bytes.length) {
                return false;
            }
            int size = size(bytes, at);
            if (size == 0) {
                return false;
            }
            if (isWord(bytes, at)) {
                return true;
            }
            if (size == 9) {
                i++; // long and double count twice
            }
            at += size;
        }
        return false;
    }

    private boolean isWord(byte[] bytes, int at) {
        if (bytes[at] != 1) {
            return false;
        }
        int start = at + 3;
        int end = start + unsigned(bytes, at + 1);
        return end <= bytes.length
                && words.stream().anyMatch(word -> Arrays.equals(bytes, start, end, word, 0, word.length));
    }

    /** Bytes of a constant with its tag, as table 4.4-A of the Java Virtual Machine Specification says; 0 if there is none such. */
    private static int size(byte[] bytes, int at) {
        return switch (bytes[at]) {
            case 1 -> 3 + unsigned(bytes, at + 1);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> 0;
        };
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }
}
