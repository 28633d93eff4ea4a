package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/**
 * Words that begin alike share a path: a node is a word, its children extend it by one symbol. Nodes are numbered by where
 * their children begin in one array, so a step down the tree is one load. There is room for the longest possible list of
 * phrases.
 */
final class PhraseTree {
    /** The empty word. */
    static final int ROOT = 0;

    private final int alphabet;
    /** {@code [words + 1, alphabet]}: the children, {@link #ROOT} where there is none. */
    private final int[] children;

    private int last;

    /** For up to {@code words} words besides the empty one. */
    PhraseTree(int words, int alphabet) {
        this.alphabet = alphabet;
        this.children = new int[Math.multiplyExact(words + 1, alphabet)];
    }

    /**
     * The most words that can be cut from a sequence if all differ: the shortest ones first.
     *
     * @param shortest how many different words of one symbol there are
     */
    static int mostWords(int length, long shortest, int alphabet) {
        long words = 0;
        long symbols = 0;
        long ofThisLength = shortest;
        for (int size = 1; symbols < length; size++) {
            long fitting = Math.min(ofThisLength, (length - symbols) / size);
            if (fitting == 0) {
                break;
            }
            words += fitting;
            symbols += fitting * size;
            ofThisLength = Math.min(ofThisLength * alphabet, Integer.MAX_VALUE);
        }
        return Math.toIntExact(words);
    }

    /** Forgets all words but the empty one. */
    void clear() {
        last = ROOT;
        Arrays.fill(children, ROOT, alphabet, ROOT);
    }

    /** The word that extends another by a symbol, {@link #ROOT} if it is not there. */
    int child(int word, int symbol) {
        return children[word + symbol];
    }

    /** Adds the word that extends another by a symbol; it must not be there. */
    int add(int word, int symbol) {
        last += alphabet;
        children[word + symbol] = last;
        for (int slot = last; slot < last + alphabet; slot++) {
            children[slot] = ROOT;
        }
        return last;
    }

    /** The number of words besides the empty one. */
    int size() {
        return last / alphabet;
    }
}
