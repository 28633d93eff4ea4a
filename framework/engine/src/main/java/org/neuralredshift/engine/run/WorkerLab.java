package org.neuralredshift.engine.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.task.Checkpoint;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.store.MeasuredOn;

/** The laboratory of one worker: own memory, own probes. */
final class WorkerLab implements Lab, AutoCloseable {
    private record ProbeKey(MetricSelection metric, SampleSpec spec) {}

    private final Catalog catalog;
    private final List<MetricSelection> metrics;
    private final Backend backend;
    private final Memory memory;
    private final MeasuredOn measuredOn;
    private final Map<ProbeKey, Probe> probes = new HashMap<>();
    private final Map<ProbeKey, Optional<MetricGraph>> graphs = new HashMap<>();
    private Checkpoint checkpoint = Checkpoint.NONE;

    WorkerLab(Catalog catalog, List<MetricSelection> metrics, Backend backend, Memory memory, MeasuredOn measuredOn) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.backend = backend;
        this.memory = memory;
        this.measuredOn = measuredOn;
    }

    @Override
    public Activation activation(String id) {
        return catalog.activation(id);
    }

    @Override
    public Layer layer(String id) {
        return catalog.layer(id);
    }

    @Override
    public Dataset dataset(String id) {
        return catalog.dataset(id);
    }

    @Override
    public List<MetricSelection> metrics() {
        return metrics;
    }

    @Override
    public Probe probe(MetricSelection metric, SampleSpec spec) {
        return probes.computeIfAbsent(new ProbeKey(metric, spec), key -> prepare(metric, spec));
    }

    private static Probe prepare(MetricSelection metric, SampleSpec spec) {
        try {
            return GuardedProbe.prepare(metric, spec);
        } catch (InvalidParameterException e) {
            return GuardedProbe.failing(metric.label() + ": " + e.getMessage());
        }
    }

    @Override
    public Optional<MetricGraph> graph(MetricSelection metric, SampleSpec spec) {
        return measuredOn == MeasuredOn.HOST
                ? Optional.empty()
                : graphs.computeIfAbsent(new ProbeKey(metric, spec), key -> prepareGraph(key));
    }

    /** A graph that cannot be built fails the rows of its metric, not those of its neighbours. */
    private Optional<MetricGraph> prepareGraph(ProbeKey key) {
        try {
            return GuardedGraph.prepare(key.metric(), key.spec(), backend);
        } catch (RuntimeException | Error e) {
            if (RunEnd.of(e) != null) {
                throw e;
            }
            probes.put(
                    key, GuardedProbe.failing(GuardedProbe.reason(key.metric().label(), e)));
            return Optional.empty();
        }
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    /** Another batch runs from now on. */
    void begin(Checkpoint of) {
        checkpoint = of;
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** @throws IllegalStateException if something that a task allocated still is open */
    @Override
    public void close() {
        try {
            memory.close();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The task, the backend " + backend.id() + " or a metric leaks memory: " + e.getMessage(), e);
        }
    }
}
