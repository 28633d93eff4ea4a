package org.neuralredshift.metrics.compression;

/**
 * LZW (Welch, "A technique for high-performance data compression", 1984): the dictionary begins as the whole alphabet,
 * whether its symbols occur or not. From the left, the longest word of the dictionary is cut off, and this word with the
 * symbol that follows it becomes a new one. The last word has no successor and adds none.
 */
final class DictionaryParser implements Parser {
    private final int alphabet;
    private final PhraseTree dictionary;

    DictionaryParser(int length, int alphabet) {
        this.alphabet = alphabet;
        // A new word is one symbol longer than what is cut off for it.
        int added = PhraseTree.mostWords(length, (long) alphabet * alphabet, alphabet);
        this.dictionary = new PhraseTree(Math.addExact(alphabet, added), alphabet);
    }

    /** The size of the dictionary at the end. */
    @Override
    public double complexity(byte[] symbols) {
        dictionary.clear();
        for (int symbol = 0; symbol < alphabet; symbol++) {
            dictionary.add(PhraseTree.ROOT, symbol);
        }
        int word = PhraseTree.ROOT;
        for (byte signed : symbols) {
            int symbol = signed & 0xFF;
            int longer = dictionary.child(word, symbol);
            if (longer == PhraseTree.ROOT) {
                dictionary.add(word, symbol);
                longer = dictionary.child(PhraseTree.ROOT, symbol);
            }
            word = longer;
        }
        return dictionary.size();
    }
}
