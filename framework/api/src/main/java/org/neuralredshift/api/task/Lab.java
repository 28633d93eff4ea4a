package org.neuralredshift.api.task;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;

/** What the host offers a task, on one worker thread. */
@Api(INCUBATING)
public interface Lab extends Extensions {
    /** The metrics that the study chose. */
    List<MetricSelection> metrics();

    /** A prepared probe, kept by this worker for the next batch. */
    Probe probe(MetricSelection metric, SampleSpec spec);

    /**
     * What measures on the backend, kept by this worker for the next batch; empty where the probe is to measure on the host: if
     * the metric has no graph that the backend runs, or this run measures on the host. A task that does not ask measures on the host.
     */
    default Optional<MetricGraph> graph(MetricSelection metric, SampleSpec spec) {
        return Optional.empty();
    }

    /** The backend that the study runs on. */
    Backend backend();

    /** This worker's memory. */
    Memory memory();

    /** What the batch that runs now has saved, and can save; nothing unless the host keeps it. */
    default Checkpoint checkpoint() {
        return Checkpoint.NONE;
    }
}
