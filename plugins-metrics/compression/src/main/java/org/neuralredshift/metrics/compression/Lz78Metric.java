package org.neuralredshift.metrics.compression;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * The number of LZ78 phrases in the sequence of quantised samples, divided by that of a random sequence of the same
 * length and alphabet ({@link RandomReference}); the raw number is the count itself. Grids are read in the order of
 * {@link Scan}, scattered points in their own.
 */
public final class Lz78Metric implements Metric {
    private final RandomReference reference = new RandomReference();

    /** For the service loader. */
    public Lz78Metric() {}

    @Override
    public String id() {
        return "lz78";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Size of the dictionary that LZ78 builds on the function's quantised values; a random sequence is near 1.",
                "C = c(s) / mean of c over random sequences of the same length and alphabet; c counts the phrases when s"
                        + " is cut, from the left, into shortest phrases that have not occurred; an unfinished last"
                        + " phrase is not counted. Unscaled: c(s).",
                "Ziv and Lempel 1978. Teney, Nicolicioiu, Hartmann, Abbasnejad: Neural Redshift, CVPR 2024, arXiv"
                        + " 2403.02241, which does not say the variant, the quantisation and the order: these are"
                        + " assumed.");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
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
    }

    @Override
    public SampleSpec sampling(Grid requested, Parameters parameters) {
        Scan.named(parameters.text("scan")).check(requested);
        checkLevels(parameters);
        return requested;
    }

    @Override
    public Probe prepare(SampleSpec spec, Parameters parameters) {
        checkLevels(parameters);
        int points = spec.points();
        int[] order = Scan.named(parameters.text("scan")).order(spec);
        Parsing parsing = parsing(order, parameters);
        return new Lz78Probe(parsing, reference.phrases(points, parsing.alphabet()));
    }

    /** The median has two levels: any other number would stand in the variant's name and mean nothing. */
    private void checkLevels(Parameters parameters) {
        Object byDefault = parameters().defaults().get("levels");
        if (parameters.text("quantisation").equals("median")
                && !parameters.get("levels").equals(byDefault)) {
            throw new InvalidParameterException(
                    "levels",
                    parameters.get("levels"),
                    "left out with quantisation=median, which has two; levels needs quantisation=rank or min-max");
        }
    }

    private static Parsing parsing(int[] order, Parameters parameters) {
        int levels = parameters.count("levels");
        return switch (parameters.text("quantisation")) {
            case "median" -> new MedianParsing(order);
            case "rank" -> new LevelParsing(order, new RankQuantiser(order.length, levels));
            case "min-max" -> new LevelParsing(order, new RangeQuantiser(levels));
            case String other -> throw new IllegalArgumentException("no quantisation " + other);
        };
    }
}
