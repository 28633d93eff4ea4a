package org.neuralredshift.cli.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MeasuringProgram;
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
    private final BenchProgram program;
    private final MemorySegment numbers;
    private final Measurement measurement = new Measurement();
    private long nextSeed;

    NetworkWorker(SampledNetwork network, BenchProgram program, Executable executable, int networks, long firstSeed) {
        this.nextSeed = firstSeed;
        this.seeds = new long[networks];
        double[] magnitudes = new double[networks];
        Arrays.fill(magnitudes, network.magnitude());
        float[] prefactors = new float[networks];
        Arrays.fill(prefactors, (float) network.magnitude());
        this.session = executable.open(networks);
        Grid grid = program.grid();
        this.program = program;
        int sampled = program.samples() ? networks : 1;
        this.batch = new SampleBatch(memory, grid, sampled, memory(sampled, grid.points()));
        this.samples = new Samples(grid);
        this.numbers = memory(networks, program.count());
        this.bindings = new Bindings()
                .networks(networks)
                .input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, grid.coordinates()))
                .scalar(Architecture.PREFACTOR, prefactors)
                .weights(new Weights.Drawn(network.initialisation(), network.studySeed(), seeds, magnitudes))
                .output(Architecture.OUTPUT, batch.segment())
                .output(MeasuringProgram.NUMBERS, numbers);
    }

    /** So many numbers of each network, where the backend writes best. */
    private MemorySegment memory(int networks, int count) {
        return session.memory((long) networks * count * Float.BYTES, arena);
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
            if (program.measures()) {
                measure();
            }
            done += seeds.length;
        } while (System.nanoTime() < end);
        return done;
    }

    private void measure() {
        for (int i = 0; i < seeds.length; i++) {
            if (program.samples()) {
                batch.read(i, samples);
            }
            program.measure(samples, numbers, i, measurement);
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
