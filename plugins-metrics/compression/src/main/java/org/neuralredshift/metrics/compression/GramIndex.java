package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/**
 * Where the grams of a sequence, its words of one fixed size, occur: a table of first places, and from every place a link to
 * the previous one of the same gram. A gram is the number that its symbols spell, the first one foremost, so those that
 * begin alike are neighbours in the table. A gram has as many symbols as make the table about as long as the sequence.
 */
final class GramIndex {
    /** The place before all others. */
    static final int NOWHERE = -1;

    private final int length;
    private final int bits;
    private final int size;
    /** By gram; {@code length} if it does not occur. */
    private final int[] first;
    /** By place. One place more than there are symbols takes the links that none needs. */
    private final int[] previous;

    /** Of sequences of that length, over an alphabet of so many symbols. */
    GramIndex(int length, int alphabet) {
        this.length = length;
        this.bits = 32 - Integer.numberOfLeadingZeros(alphabet - 1);
        int wanted = 31 - Integer.numberOfLeadingZeros(length);
        this.size = Math.max(1, (wanted + bits / 2) / bits);
        this.first = new int[1 << bits * size];
        this.previous = new int[length + 1];
    }

    /** The number of symbols in a gram. */
    int size() {
        return size;
    }

    /**
     * Takes in a sequence, from its end.
     *
     * @param symbols the sequence, and behind it as many zeros as a gram has symbols, which the last grams end with
     */
    void index(byte[] symbols) {
        Arrays.fill(first, length);
        int foremost = bits * (size - 1);
        int gram = 0;
        for (int place = length - 1; place >= 0; place--) {
            gram = gram >>> bits | (symbols[place] & 0xFF) << foremost;
            previous[place] = NOWHERE;
            previous[first[gram]] = place;
            first[gram] = place;
        }
    }

    /** The gram at a place of the sequence. */
    int gram(byte[] symbols, int place) {
        int gram = 0;
        for (int i = place; i < place + size; i++) {
            gram = gram << bits | symbols[i] & 0xFF;
        }
        return gram;
    }

    /** The first place of a gram. */
    int first(int gram) {
        return first[gram];
    }

    /** The last place of the same gram before this one, or {@link #NOWHERE}. */
    int previous(int place) {
        return previous[place];
    }

    /** How many symbols, fewer than all, of the gram at a place are the most that also begin a gram at an earlier place. */
    int shared(int gram, int place) {
        for (int ignored = 1; ignored < size; ignored++) {
            int from = gram >>> bits * ignored << bits * ignored;
            for (int alike = from; alike < from + (1 << bits * ignored); alike++) {
                if (first[alike] < place) {
                    return size - ignored;
                }
            }
        }
        return 0;
    }
}
