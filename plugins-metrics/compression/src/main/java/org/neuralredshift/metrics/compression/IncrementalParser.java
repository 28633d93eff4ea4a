package org.neuralredshift.metrics.compression;

/**
 * LZ78 (Ziv and Lempel, "Compression of individual sequences via variable-rate coding", 1978): the sequence is cut, from
 * the left, into phrases, each the shortest that has not occurred as a phrase before. An unfinished last phrase, which has
 * occurred, is not counted.
 */
final class IncrementalParser implements Parser {
    private final PhraseTree phrases;

    IncrementalParser(int length, int alphabet) {
        this.phrases = new PhraseTree(PhraseTree.mostWords(length, alphabet, alphabet), alphabet);
    }

    /** The number of phrases. */
    @Override
    public double complexity(byte[] symbols) {
        phrases.clear();
        int phrase = PhraseTree.ROOT;
        for (byte signed : symbols) {
            int symbol = signed & 0xFF;
            int longer = phrases.child(phrase, symbol);
            if (longer == PhraseTree.ROOT) {
                phrases.add(phrase, symbol);
            }
            phrase = longer;
        }
        return phrases.size();
    }
}
