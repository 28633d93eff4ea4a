package org.neuralredshift.metrics.compression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neuralredshift.api.random.RandomStream;

/**
 * How complex a random sequence is: the mean over {@value #SEQUENCES} sequences of independent, equally probable
 * symbols. Sequence s is the Philox stream with key ({@value #KEY}, s), symbol = word · alphabet / 2³², so the number is
 * always the same. Results are remembered, since every worker asks for the same few.
 */
final class RandomReference {
    /** Sequences that the mean is taken over; its standard error then is about 0.1 % at 4,096 binary symbols. */
    static final int SEQUENCES = 32;

    /** First word of the key. */
    static final long KEY = 78;

    private record Question(int length, int alphabet) {}

    private final Parser.Factory parsers;
    private final Map<Question, Double> known = new ConcurrentHashMap<>();

    RandomReference(Parser.Factory parsers) {
        this.parsers = parsers;
    }

    /** The mean complexity. */
    double complexity(int length, int alphabet) {
        return known.computeIfAbsent(new Question(length, alphabet), this::answer);
    }

    private double answer(Question question) {
        Parser parser = parsers.create(question.length, question.alphabet);
        RandomStream stream = new RandomStream();
        byte[] symbols = new byte[question.length];
        double sum = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            stream.reset(KEY, sequence, 0, 0);
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = (byte) ((stream.nextWord() & 0xFFFFFFFFL) * question.alphabet >>> 32);
            }
            sum += parser.complexity(symbols);
        }
        return sum / SEQUENCES;
    }
}
