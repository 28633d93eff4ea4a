package org.neuralredshift.tasks.functions;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** Evaluates networks of one kind at the points of one specification; allocates nothing per network. */
final class Evaluator implements AutoCloseable {
    /** What was opened, the last first. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private final Session session;
    private final SampleBatch batch;
    private final Samples samples;
    private final Bindings bindings = new Bindings();
    private final long[] seeds;
    private final double[] magnitudes;
    private final float[] prefactors;
    private boolean measured;
    private Status status = Status.OK;

    Evaluator(SampleSpec spec, RandomNetwork network, TrialBatch trials, Lab lab) {
        Graph graph = network.architecture().graph(spec.points());
        int capacity = Math.min(trials.trials().size(), lab.backend().preferredBatch(graph));
        this.seeds = new long[capacity];
        this.magnitudes = new double[capacity];
        this.prefactors = new float[capacity];
        this.samples = new Samples(spec);
        try {
            Arena arena = Arena.ofConfined();
            opened.push(arena::close);
            Executable executable = lab.backend().compile(graph);
            opened.push(executable::close);
            this.session = executable.open(capacity);
            opened.push(session::close);
            this.batch = new SampleBatch(lab.memory(), spec, capacity);
            opened.push(batch::close);
            bind(arena.allocateFrom(ValueLayout.JAVA_FLOAT, spec.coordinates()), network, trials.studySeed());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void bind(MemorySegment coordinates, RandomNetwork network, long studySeed) {
        bindings.input(Architecture.INPUT, coordinates)
                .scalar(Architecture.PREFACTOR, prefactors)
                .weights(new Weights.Drawn(network.initialisation(), studySeed, seeds, magnitudes))
                .output(Architecture.OUTPUT, batch.segment());
    }

    int capacity() {
        return seeds.length;
    }

    /** A metric reads these samples, so every trial needs them. */
    void measured() {
        measured = true;
    }

    boolean isMeasured() {
        return measured;
    }

    void evaluate(List<Trial> trials) {
        for (int network = 0; network < trials.size(); network++) {
            Trial trial = trials.get(network);
            seeds[network] = trial.seed();
            magnitudes[network] = trial.cell().parameters().real("magnitude");
            prefactors[network] = (float) magnitudes[network];
        }
        session.run(bindings.networks(trials.size()));
    }

    /** Moves {@link #samples()} to one of the evaluated networks. */
    void select(int network) {
        batch.read(network, samples);
        status = samples.status();
    }

    Samples samples() {
        return samples;
    }

    Status status() {
        return status;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
