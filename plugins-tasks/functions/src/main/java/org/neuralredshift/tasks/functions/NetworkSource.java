package org.neuralredshift.tasks.functions;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.task.Lab;
import org.neuralredshift.api.task.Opened;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** Networks that share a program, on the study's backend; allocates nothing per network. */
final class NetworkSource implements FunctionSource {
    private final Opened opened = new Opened();

    private final Session session;
    private final Bindings bindings = new Bindings();
    private final long[] seeds;
    private final double[] magnitudes;
    private final float[] prefactors;

    /** @param graph that evaluates the network at the points of the specification, and perhaps measures it */
    NetworkSource(SampleSpec spec, RandomNetwork network, Graph graph, TrialBatch trials, Lab lab) {
        int capacity = Math.min(trials.trials().size(), lab.backend().preferredBatch(graph));
        this.seeds = new long[capacity];
        this.magnitudes = new double[capacity];
        this.prefactors = new float[capacity];
        try {
            Arena arena = Arena.ofConfined();
            opened.add(arena::close);
            Executable executable = lab.backend().compile(graph);
            opened.add(executable::close);
            this.session = executable.open(capacity);
            opened.add(session::close);
            bindings.input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, spec.coordinates()))
                    .scalar(Architecture.PREFACTOR, prefactors)
                    .weights(new Weights.Drawn(network.initialisation(), trials.studySeed(), seeds, magnitudes));
        } catch (RuntimeException | Error e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    @Override
    public int capacity() {
        return seeds.length;
    }

    @Override
    public MemorySegment memory(long bytes, Arena arena) {
        return session.memory(bytes, arena);
    }

    @Override
    public void output(String name, MemorySegment memory) {
        bindings.output(name, memory);
    }

    @Override
    public void evaluate(List<Trial> trials) {
        for (int network = 0; network < trials.size(); network++) {
            Trial trial = trials.get(network);
            seeds[network] = trial.seed();
            magnitudes[network] = trial.cell().parameters().real("magnitude");
            prefactors[network] = (float) magnitudes[network];
        }
        session.run(bindings.networks(trials.size()));
    }

    @Override
    public void close() {
        opened.close();
    }
}
