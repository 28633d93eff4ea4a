package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.Description;

/** The size of the dictionary of LZW: {@link DictionaryParser}. */
public final class LzwMetric extends LempelZivMetric {
    /** For the service loader. */
    public LzwMetric() {
        super(DictionaryParser::new);
    }

    @Override
    public String id() {
        return "lzw";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return described(
                "Size of the dictionary that LZW builds on the function's quantised values",
                "c is the size of the dictionary, which begins with the whole alphabet and, whenever its longest word that fits is cut from s, gains this word with the next symbol.",
                "Welch 1984.");
    }
}
