package org.neuralredshift.cli.bench;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MeasuringProgram;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.cli.network.SampledNetwork;

/** The program of a burst, and what measures: metrics on the backend as a part of it, others by their probes. For one thread. */
final class BenchProgram {
    private final Grid grid;
    private final Graph evaluation;
    private final @Nullable MeasuringProgram program;
    private final List<Probe> probes = new ArrayList<>();
    private final int graphs;

    BenchProgram(SampledNetwork network, Grid grid, List<MetricSelection> metrics, Backend backend, boolean onBackend) {
        this.grid = grid;
        this.evaluation = network.graph(grid.points());
        List<MetricGraph> programs = new ArrayList<>();
        for (MetricSelection metric : metrics) {
            Optional<MetricGraph> graph = onBackend ? metric.graph(grid, backend) : Optional.empty();
            graph.ifPresentOrElse(
                    programs::add, () -> probes.add(metric.metric().prepare(grid, metric.parameters())));
        }
        this.graphs = programs.size();
        this.program = programs.isEmpty()
                ? null
                : new MeasuringProgram(evaluation, Architecture.OUTPUT, grid, programs, !probes.isEmpty());
    }

    Grid grid() {
        return grid;
    }

    /** What is to be compiled. */
    Graph graph() {
        return program == null ? evaluation : program.graph();
    }

    /** Numbers of each network that the program gives beside samples. */
    int count() {
        return program == null ? 0 : program.count();
    }

    /** Whether samples leave the backend: if a probe reads them, or nothing measures. */
    boolean samples() {
        return program == null || !probes.isEmpty();
    }

    /** Whether there is any metric. */
    boolean measures() {
        return program != null || !probes.isEmpty();
    }

    /** Measures one network by all metrics. */
    void measure(Samples samples, MemorySegment numbers, int network, Measurement out) {
        Status status = program == null ? samples.status() : program.select(numbers, network);
        if (status != Status.OK) {
            return;
        }
        for (int metric = 0; metric < graphs && program != null; metric++) {
            out.clear();
            program.measure(metric, out);
        }
        for (Probe probe : probes) {
            out.clear();
            probe.measure(samples, out);
        }
    }
}
