package org.neuralredshift.metrics.compression;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A complexity of Lempel and Ziv of the sequence of quantised samples, divided by that of a random sequence of the same
 * length and alphabet ({@link RandomReference}); the raw number is the count itself. Grids are read in the order of
 * {@link Scan}, scattered points in their own. Members of this family differ in the {@link Parser} alone.
 */
abstract class LempelZivMetric implements Metric {
    private static final String PAPER =
            "Teney, Nicolicioiu, Hartmann, Abbasnejad: Neural Redshift, CVPR 2024, arXiv 2403.02241, which does not say"
                    + " the variant, the quantisation and the order: these are assumed.";

    private final Parser.Factory parsers;
    private final RandomReference reference;

    LempelZivMetric(Parser.Factory parsers) {
        this.parsers = parsers;
        this.reference = new RandomReference(parsers);
    }

    /**
     * A description.
     *
     * @param summary what is counted
     * @param count its definition, as "c(s) = ..."
     * @param source where it was defined
     */
    static Description described(String summary, String count, String source) {
        return new Description(
                summary + "; a random sequence is near 1.",
                "C = c(s) / mean of c over random sequences of the same length and alphabet; " + count
                        + " Unscaled: c(s).",
                source + " " + PAPER);
    }

    @Override
    public final ParameterSchema parameters() {
        return Reading.PARAMETERS;
    }

    @Override
    public final SampleSpec sampling(Grid requested, Parameters parameters) {
        Reading.check(requested, parameters);
        return requested;
    }

    @Override
    public final Probe prepare(SampleSpec spec, Parameters parameters) {
        Reading reading = new Reading(spec, parameters);
        Parser parser = parsers.create(reading.length(), reading.alphabet());
        double ofRandom = ofRandom(reading);
        return (function, out) -> {
            double complexity = parser.complexity(reading.of(function.values()));
            report(complexity, ofRandom, out);
        };
    }

    /** The complexity of random sequences that are as long, and of as many symbols, as what is read. */
    final double ofRandom(Reading reading) {
        return reference.complexity(reading.length(), reading.alphabet());
    }

    /** What is made of a complexity, wherever it was found. */
    static void report(double complexity, double ofRandom, Measurement out) {
        out.value(complexity / ofRandom);
        out.raw(complexity);
    }
}
