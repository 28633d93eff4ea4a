package org.neuralredshift.metrics.compression;

import java.util.List;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/** How a sampled function becomes a sequence of symbols: quantised, and read in some order. */
final class Reading {
    /** What a study may choose, whatever then parses the sequence. */
    static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.choice(
                    "quantisation",
                    "median",
                    Origin.ASSUMED,
                    List.of("median", "rank", "min-max"),
                    "Above the median or not; or levels with equally many samples; or levels of equal width."),
            Parameter.integer(
                    "levels",
                    10,
                    Origin.ASSUMED,
                    2,
                    256,
                    "",
                    "The number of levels of the quantisations rank and min-max; median has two."),
            Parameter.choice(
                    "scan",
                    "rows",
                    Origin.ASSUMED,
                    List.of("rows", "serpentine", "hilbert"),
                    "The order in which a grid becomes a sequence."));

    private final int[] order;
    private final Quantiser quantiser;
    private final byte[] symbols;

    /** Of functions that are sampled there. */
    Reading(SampleSpec spec, Parameters parameters) {
        check(spec, parameters);
        this.order = order(spec, parameters);
        this.quantiser = quantiser(order.length, parameters);
        this.symbols = new byte[order.length];
    }

    /**
     * Whether functions that are sampled there can be read so.
     *
     * @throws InvalidParameterException if the order needs a plane and there is none, or if a number of levels is given to
     *     the median: it would stand in the variant's name and mean nothing
     */
    static void check(SampleSpec spec, Parameters parameters) {
        scan(parameters).check(spec);
        Object byDefault = PARAMETERS.defaults().get("levels");
        if (parameters.text("quantisation").equals("median")
                && !parameters.get("levels").equals(byDefault)) {
            throw new InvalidParameterException(
                    "levels",
                    parameters.get("levels"),
                    "left out with quantisation=median, which has two; levels needs quantisation=rank or min-max");
        }
    }

    /** The number of different symbols. */
    int alphabet() {
        return quantiser.alphabet();
    }

    /** The number of symbols. */
    int length() {
        return order.length;
    }

    /** The index of the sample at each place of the sequence. */
    static int[] order(SampleSpec spec, Parameters parameters) {
        return scan(parameters).order(spec);
    }

    /** Whether samples are read in their own order. */
    static boolean isInOrder(Parameters parameters) {
        return scan(parameters) == Scan.ROWS;
    }

    /** The sequence, valid until the next call. */
    byte[] of(float[] values) {
        quantiser.quantise(values, order, symbols);
        return symbols;
    }

    private static Scan scan(Parameters parameters) {
        return Scan.named(parameters.text("scan"));
    }

    private static Quantiser quantiser(int points, Parameters parameters) {
        int levels = parameters.count("levels");
        return switch (parameters.text("quantisation")) {
            case "median" -> new MedianQuantiser(points);
            case "rank" -> new RankQuantiser(points, levels);
            case "min-max" -> new RangeQuantiser(levels);
            case String other -> throw new IllegalArgumentException("no quantisation " + other);
        };
    }
}
