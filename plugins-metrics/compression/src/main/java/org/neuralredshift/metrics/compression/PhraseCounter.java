package org.neuralredshift.metrics.compression;

/**
 * LZ78 (Ziv and Lempel, "Compression of individual sequences via variable-rate coding", 1978): the sequence is cut into
 * phrases, each the shortest that has not occurred before. The phrases form a tree; a node is a phrase, and its children
 * extend it by one symbol. An unfinished last phrase, which has occurred before, is not counted.
 *
 * <p>Time is linear in the length; room is made once for the longest possible list of phrases.
 */
final class PhraseCounter {
    private final int alphabet;
    /** {@code [phrases + 1, alphabet]}: where the children of a child begin, 0 if there is none. */
    private final int[] children;

    /** For sequences of up to {@code length} symbols from 0 to alphabet-1. */
    PhraseCounter(int length, int alphabet) {
        this.alphabet = alphabet;
        this.children = new int[Math.multiplyExact(mostPhrases(length, alphabet) + 1, alphabet)];
    }

    /** The number of phrases in a sequence that has as many of them as its length allows: the shortest ones first. */
    static int mostPhrases(int length, int alphabet) {
        long phrases = 0;
        long symbols = 0;
        long ofThisLength = alphabet;
        for (int phraseLength = 1; symbols < length; phraseLength++) {
            long fitting = Math.min(ofThisLength, (length - symbols) / phraseLength);
            if (fitting == 0) {
                break;
            }
            phrases += fitting;
            symbols += fitting * phraseLength;
            ofThisLength = Math.min(ofThisLength * alphabet, Integer.MAX_VALUE);
        }
        return Math.toIntExact(phrases);
    }

    /** The number of phrases of the first {@code length} symbols. */
    int count(byte[] symbols, int length) {
        int[] tree = children;
        clear(tree, 0);
        int last = 0;
        int node = 0;
        for (int i = 0; i < length; i++) {
            int slot = node + (symbols[i] & 0xFF);
            node = tree[slot];
            if (node == 0) {
                last += alphabet;
                tree[slot] = last;
                clear(tree, last);
            }
        }
        return last / alphabet;
    }

    /**
     * The number of phrases of a sequence of two symbols, one where {@code values[order[i]]} is above the threshold. The
     * comparison is a sign, and hides behind the walk through the tree.
     */
    int countAbove(float threshold, float[] values, int[] order) {
        // A zero minus a zero has the sign bit only if the first is -0; adding 0 makes it positive.
        float bound = threshold + 0f;
        int[] tree = children;
        tree[0] = 0;
        tree[1] = 0;
        int last = 0;
        int node = 0;
        for (int index : order) {
            int slot = node + (Float.floatToRawIntBits(bound - values[index]) >>> 31);
            node = tree[slot];
            if (node == 0) {
                last += 2;
                tree[slot] = last;
                tree[last] = 0;
                tree[last + 1] = 0;
            }
        }
        return last / 2;
    }

    private void clear(int[] tree, int node) {
        for (int slot = node; slot < node + alphabet; slot++) {
            tree[slot] = 0;
        }
    }
}
