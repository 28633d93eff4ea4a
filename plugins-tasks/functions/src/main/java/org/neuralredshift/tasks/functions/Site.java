package org.neuralredshift.tasks.functions;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.MetricGraph;

/** Where functions are sampled, and what is wanted there: numbers of metrics that measure on the backend, or the samples. */
final class Site {
    private final SampleSpec spec;
    private final List<MetricGraph> graphs = new ArrayList<>();
    private boolean probed;
    private boolean kept;

    Site(SampleSpec spec) {
        this.spec = spec;
    }

    SampleSpec spec() {
        return spec;
    }

    /** A metric measures here on the backend; returns its number among those that do. */
    int add(MetricGraph graph) {
        graphs.add(graph);
        return graphs.size() - 1;
    }

    /** A metric measures here on the host. */
    void addProbe() {
        probed = true;
    }

    /** The study keeps some of the samples. */
    void keepSamples() {
        kept = true;
    }

    List<MetricGraph> graphs() {
        return graphs;
    }

    /** Whether samples must leave the backend. */
    boolean wantsSamples() {
        return probed || kept;
    }

    /** Whether any metric measures here, so that every function is needed. */
    boolean isMeasured() {
        return probed || !graphs.isEmpty();
    }
}
