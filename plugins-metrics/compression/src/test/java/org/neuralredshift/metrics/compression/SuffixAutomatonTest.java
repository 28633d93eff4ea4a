package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuffixAutomatonTest {
    /** The suffix is shortened from the front until it is found in what precedes the last symbol. */
    private static int definition(String text) {
        int from = 0;
        while (!text.substring(0, text.length() - 1).contains(text.substring(from))) {
            from++;
        }
        return text.length() - from;
    }

    @Test
    void knowsTheLongestSuffixThatOccurredBefore() {
        SuffixAutomaton history = new SuffixAutomaton(37);
        List<byte[]> sequences = new ArrayList<>(Sequences.repetitive(400));
        sequences.addAll(Sequences.random(400, 3, 6));
        for (byte[] symbols : sequences) {
            String text = Sequences.text(symbols);
            history.clear();
            for (int end = 1; end <= symbols.length; end++) {
                assertEquals(definition(text.substring(0, end)), history.append(symbols[end - 1]), text);
            }
        }
    }
}
