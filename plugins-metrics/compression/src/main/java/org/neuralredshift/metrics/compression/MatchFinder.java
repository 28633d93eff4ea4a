package org.neuralredshift.metrics.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds how far a sequence, from some place on, repeats what begins earlier. A place that matches further than the best so
 * far has the same grams at the same distances as the one asked for; of all these grams that one is followed, back through
 * the {@link GramIndex}, whose previous place is farthest away, so most places are never looked at. Eight symbols are
 * compared at once.
 *
 * <p>Smooth functions take less than one step per symbol, wavy ones up to five, noise less than one; some sequences of long
 * runs take far more. The finder has a number of steps for each sequence, and gives up when they are spent.
 */
final class MatchFinder {
    /** The answer of a finder that gave up. */
    static final int GAVE_UP = -1;

    private static final int WORD = Long.BYTES;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int length;
    private final long patience;
    private final GramIndex index;
    /** The sequence; words and grams that begin in it end in the zeros behind it. */
    private final byte[] text;

    private long steps;

    /**
     * For sequences of that length, over an alphabet of so many symbols.
     *
     * @param patience how many places are looked at and words compared before it gives up, per symbol of the sequence
     */
    MatchFinder(int length, int alphabet, int patience) {
        this.length = length;
        this.patience = (long) patience * length;
        this.index = new GramIndex(length, alphabet);
        this.text = new byte[length + WORD + index.size()];
    }

    /** Takes in a sequence. */
    void read(byte[] symbols) {
        System.arraycopy(symbols, 0, text, 0, length);
        index.index(text);
        steps = 0;
    }

    /**
     * The length of the longest word at a place that also begins earlier; both may overlap. If the word lasts to the end of
     * the sequence the answer may exceed what is left of it. {@link #GAVE_UP} if that is not known.
     */
    int longest(int place) {
        int size = index.size();
        int gram = index.gram(text, place);
        int first = index.first(gram);
        if (first == place) {
            return index.shared(gram, place);
        }
        int left = length - place;
        int best = left <= size ? left : matching(first, place);
        if (best >= left) {
            return best;
        }
        // Whatever matches further is the given distance before some place of the gram that is followed.
        int distance = 0;
        int candidate = index.previous(place);
        for (int d = 1; d <= best + 1 - size; d++) {
            int other = index.previous(place + d) - d;
            distance = other < candidate ? d : distance;
            candidate = Math.min(other, candidate);
        }
        while ((candidate = agreeing(candidate, distance, first, place, best)) > first) {
            int matching = matching(candidate, place);
            if (matching >= left) {
                return matching;
            }
            if (steps > patience) {
                return GAVE_UP;
            }
            int next = index.previous(candidate + distance) - distance;
            if (matching > best) {
                for (int d = best + 2 - size; d <= matching - size; d++) {
                    int other = index.previous(candidate + d) - d;
                    distance = other < next ? d : distance;
                    next = Math.min(other, next);
                }
                // The gram that ends with the first symbol that differs is not the candidate's.
                int last = matching + 1 - size;
                int other = index.previous(place + last) - last;
                distance = other < next ? last : distance;
                next = Math.min(other, next);
                best = matching;
            }
            candidate = next;
        }
        return best;
    }

    /** From a candidate backwards, the first whose last symbols, up to one more than the best, are those of the place. */
    private int agreeing(int from, int distance, int first, int place, int best) {
        int tail = Math.max(0, best + 1 - WORD);
        int shift = Byte.SIZE * Math.max(0, WORD - 1 - best);
        long wanted = word(place + tail) << shift;
        int candidate = from;
        while (candidate > first && word(candidate + tail) << shift != wanted) {
            candidate = index.previous(candidate + distance) - distance;
            steps++;
        }
        return candidate;
    }

    /** How many symbols are the same from both places on, the earlier one first. */
    private int matching(int earlier, int place) {
        int left = length - place;
        for (int i = 0; i < left; i += WORD) {
            steps++;
            long difference = word(earlier + i) ^ word(place + i);
            if (difference != 0) {
                return Math.min(left, i + Long.numberOfTrailingZeros(difference) / Byte.SIZE);
            }
        }
        return left;
    }

    private long word(int place) {
        return (long) WORDS.get(text, place);
    }
}
