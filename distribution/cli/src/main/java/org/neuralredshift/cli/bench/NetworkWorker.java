package org.neuralredshift.cli.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.cli.network.SampledNetwork;

/** Draws, evaluates and measures networks. */
final class NetworkWorker implements Worker {
    private final Memory memory = Memory.open();
    private final Arena arena = Arena.ofConfined();
    private final Session session;
    private final SampleBatch batch;
    private final Samples samples;
    private final Bindings bindings;
    private final long[] seeds;
    private final List<Probe> probes;
    private final Measurement measurement = new Measurement();
    private long nextSeed;

    NetworkWorker(
            SampledNetwork network,
            Grid grid,
            List<MetricSelection> metrics,
            Executable executable,
            int networks,
            long firstSeed) {
        this.nextSeed = firstSeed;
        this.seeds = new long[networks];
        double[] magnitudes = new double[networks];
        Arrays.fill(magnitudes, network.magnitude());
        float[] prefactors = new float[networks];
        Arrays.fill(prefactors, (float) network.magnitude());
        this.session = executable.open(networks);
        this.batch = new SampleBatch(memory, grid, networks);
        this.samples = new Samples(grid);
        this.probes = metrics.stream()
                .map(metric -> metric.metric().prepare(grid, metric.parameters()))
                .toList();
        this.bindings = new Bindings()
                .networks(networks)
                .input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, grid.coordinates()))
                .scalar(Architecture.PREFACTOR, prefactors)
                .weights(new Weights.Drawn(network.initialisation(), network.studySeed(), seeds, magnitudes))
                .output(Architecture.OUTPUT, batch.segment());
    }

    /** Handles networks with ever new weights. */
    @Override
    public long run(long end) {
        long done = 0;
        do {
            for (int i = 0; i < seeds.length; i++) {
                seeds[i] = nextSeed++;
            }
            session.run(bindings);
            if (!probes.isEmpty()) {
                measure();
            }
            done += seeds.length;
        } while (System.nanoTime() < end);
        return done;
    }

    private void measure() {
        for (int i = 0; i < seeds.length; i++) {
            batch.read(i, samples);
            if (samples.status() == Status.OK) {
                for (Probe probe : probes) {
                    measurement.clear();
                    probe.measure(samples, measurement);
                }
            }
        }
    }

    @Override
    public void close() {
        batch.close();
        session.close();
        arena.close();
        memory.close();
    }
}
