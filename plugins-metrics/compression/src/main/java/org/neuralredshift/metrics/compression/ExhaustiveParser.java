package org.neuralredshift.metrics.compression;

/**
 * LZ76 (Lempel and Ziv, "On the complexity of finite sequences", 1976), the exhaustive history: the sequence is cut, from
 * the left, into phrases, each the shortest that does not occur in what precedes its own last symbol; the occurrence may
 * overlap the phrase. The last phrase is counted also if it does occur.
 *
 * <p>Only the places where phrases begin are looked up, by a {@link MatchFinder}. If a sequence is hard for it, after
 * {@value #PATIENCE} steps per symbol, the {@link SuffixAutomaton} begins anew. So n symbols take O(n) time, besides what
 * phrases shorter than a gram take to scan the table: there are few, at most O(A² n log n) steps with A the alphabet.
 */
final class ExhaustiveParser implements Parser {
    /** Steps per symbol that cost about as much as the automaton. */
    static final int PATIENCE = 16;

    private final MatchFinder finder;
    private final SuffixAutomaton history;

    ExhaustiveParser(int length, int alphabet) {
        this(length, alphabet, PATIENCE);
    }

    /** With so many steps per symbol until the automaton is asked. */
    ExhaustiveParser(int length, int alphabet, int patience) {
        this.finder = new MatchFinder(length, alphabet, patience);
        this.history = new SuffixAutomaton(alphabet);
    }

    /** The number of phrases. */
    @Override
    public double complexity(byte[] symbols) {
        finder.read(symbols);
        int phrases = 0;
        for (int place = 0; place < symbols.length; phrases++) {
            int match = finder.longest(place);
            if (match == MatchFinder.GAVE_UP) {
                return ofHistory(symbols);
            }
            place += match + 1;
        }
        return phrases;
    }

    private int ofHistory(byte[] symbols) {
        history.clear();
        int phrases = 0;
        int size = 0;
        for (byte symbol : symbols) {
            size++;
            if (size > history.append(symbol & 0xFF)) {
                phrases++;
                size = 0;
            }
        }
        return size == 0 ? phrases : phrases + 1;
    }
}
