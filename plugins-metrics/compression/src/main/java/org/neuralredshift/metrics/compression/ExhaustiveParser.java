package org.neuralredshift.metrics.compression;

/**
 * LZ76 (Lempel and Ziv, "On the complexity of finite sequences", 1976), the exhaustive history: the sequence is cut, from
 * the left, into phrases, each the shortest that does not occur in what precedes its own last symbol; the occurrence may
 * overlap the phrase. The last phrase is counted also if it does occur.
 */
final class ExhaustiveParser implements Parser {
    private final SuffixAutomaton history;

    ExhaustiveParser(int alphabet) {
        this.history = new SuffixAutomaton(alphabet);
    }

    /** The number of phrases. */
    @Override
    public double complexity(byte[] symbols) {
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
