package org.neuralredshift.metrics.compression;

import java.util.Arrays;

/**
 * The suffix automaton of a growing sequence (Blumer et al., "The smallest automaton recognizing the subwords of a text",
 * 1985). A state stands for the words that end at the same places; its suffix link leads to the longest shorter ones that
 * end at more places. Hence the link of the state of the whole sequence is its longest suffix that occurred before.
 *
 * <p>A state is a stretch of one array: its successors, its link, the length of its longest word. Sequences of n symbols
 * have at most 2n states, and appending takes constant time on average. The array grows to what the sequences at hand need.
 */
final class SuffixAutomaton {
    private static final int INITIAL = 0;
    private static final int NOWHERE = -1;
    private static final int FIRST_STATES = 64;

    private final int alphabet;
    private final int stride;
    private int[] states;
    private int end;
    private int whole;

    SuffixAutomaton(int alphabet) {
        this.alphabet = alphabet;
        this.stride = alphabet + 2;
        this.states = new int[FIRST_STATES * stride];
    }

    /** Forgets the sequence. */
    void clear() {
        end = INITIAL;
        whole = state(0);
        states[link(whole)] = NOWHERE;
    }

    /**
     * Appends a symbol.
     *
     * @return the length of the longest suffix of the sequence that also ends at an earlier place
     */
    int append(int symbol) {
        int added = state(states[length(whole)] + 1);
        int from = whole;
        whole = added;
        while (from != NOWHERE && states[from + symbol] == INITIAL) {
            states[from + symbol] = added;
            from = states[link(from)];
        }
        if (from == NOWHERE) {
            states[link(added)] = INITIAL;
            return 0;
        }
        int seen = states[length(from)] + 1;
        int there = states[from + symbol];
        // Splitting may replace the array, so it comes before the array is read for the assignment.
        int suffix = states[length(there)] == seen ? there : split(from, symbol, seen);
        states[link(added)] = suffix;
        return seen;
    }

    /** Separates the words of the state behind {@code from} that are no longer than {@code longest}: they end here too. */
    private int split(int from, int symbol, int longest) {
        int there = states[from + symbol];
        int shorter = state(longest);
        System.arraycopy(states, there, states, shorter, alphabet + 1);
        states[link(there)] = shorter;
        for (int at = from; at != NOWHERE && states[at + symbol] == there; at = states[link(at)]) {
            states[at + symbol] = shorter;
        }
        return shorter;
    }

    /** A state without successors; only the initial one is never a successor, so it marks that there is none. */
    private int state(int longest) {
        int state = end;
        end = Math.addExact(end, stride);
        if (end > states.length) {
            states = Arrays.copyOf(states, Math.max(end, (int) Math.min(2L * states.length, Integer.MAX_VALUE - 8)));
        }
        Arrays.fill(states, state, state + alphabet, INITIAL);
        states[length(state)] = longest;
        return state;
    }

    private int link(int state) {
        return state + alphabet;
    }

    private int length(int state) {
        return state + alphabet + 1;
    }
}
