package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhraseTreeTest {
    @Test
    void countsTheMostWordsThatFit() {
        // All words of 1, 2 and 3 bits are 2 + 4 + 8 in 2 + 8 + 24 symbols; the next takes four more.
        assertEquals(14, PhraseTree.mostWords(34, 2, 2));
        assertEquals(14, PhraseTree.mostWords(37, 2, 2));
        assertEquals(15, PhraseTree.mostWords(38, 2, 2));
        assertEquals(256, PhraseTree.mostWords(257, 256, 256));
        assertEquals(0, PhraseTree.mostWords(0, 2, 2));
        // Four words for one symbol each, eight for two, the first of 16 for three.
        assertEquals(12, PhraseTree.mostWords(20, 4, 2));
        assertEquals(13, PhraseTree.mostWords(23, 4, 2));
    }

    @Test
    void forgetsItsWords() {
        PhraseTree tree = new PhraseTree(3, 2);
        for (int round = 0; round < 2; round++) {
            tree.clear();
            assertEquals(0, tree.size());
            assertEquals(PhraseTree.ROOT, tree.child(PhraseTree.ROOT, 0));
            assertEquals(PhraseTree.ROOT, tree.child(PhraseTree.ROOT, 1));
            int one = tree.add(PhraseTree.ROOT, 1);
            int oneZero = tree.add(one, 0);
            assertEquals(oneZero, tree.child(tree.child(PhraseTree.ROOT, 1), 0));
            assertEquals(PhraseTree.ROOT, tree.child(oneZero, 0));
            assertEquals(PhraseTree.ROOT, tree.child(one, 1));
            assertEquals(2, tree.size());
        }
    }
}
