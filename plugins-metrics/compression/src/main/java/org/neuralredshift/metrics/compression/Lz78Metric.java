package org.neuralredshift.metrics.compression;

import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.parameter.Parameters;

/** The number of phrases of LZ78: {@link IncrementalParser}. */
public final class Lz78Metric extends LempelZivMetric {
    /** For the service loader. */
    public Lz78Metric() {
        super(IncrementalParser::new);
    }

    @Override
    public String id() {
        return "lz78";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        return Optional.of(new PhraseGraph(spec, parameters, ofRandom(new Reading(spec, parameters))));
    }

    @Override
    public Description description() {
        return described(
                "Size of the dictionary that LZ78 builds on the function's quantised values",
                "c counts the phrases when s is cut, from the left, into shortest phrases that have not occurred; an unfinished last phrase is not counted.",
                "Ziv and Lempel 1978.");
    }
}
