package org.neuralredshift.cli.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.cli.network.SampledNetwork;

/** Evaluates one network that would be trained, with weights that stay, on as many rows as a step takes: a forward pass. */
final class ForwardWorker implements Worker {
    private static final int PASSES = 64;

    private final Arena arena = Arena.ofConfined();
    private final Executable executable;
    private final Session session;
    private final Bindings bindings;

    ForwardWorker(SampledNetwork network, BenchTraining training, int batch, Backend backend) {
        Table table = training.table();
        int rows = batch == 0 ? table.rows() : batch;
        Architecture architecture =
                training.training(network.architecture(), batch).architecture();
        Graph graph = architecture.graph(rows);
        Map<String, MemorySegment> weights = new HashMap<>();
        for (Tensor.Weight weight : graph.weights()) {
            float[] values = new float[Math.toIntExact(weight.shape().size())];
            network.initialisation().draw(weight, 0, 0, network.magnitude(), new RandomStream(), values);
            weights.put(weight.name(), MemorySegment.ofArray(values));
        }
        float[] inputs = Arrays.copyOf(table.inputs(), rows * table.features());
        this.executable = backend.compile(graph);
        this.session = executable.open(1);
        this.bindings = new Bindings()
                .input(Architecture.INPUT, MemorySegment.ofArray(inputs))
                .scalar(Architecture.PREFACTOR, new float[] {(float) network.magnitude()})
                .weights(new Weights.Given(weights))
                .output(Architecture.OUTPUT, arena.allocate((long) Float.BYTES * rows * architecture.outputs(), 64));
    }

    @Override
    public long run(long end) {
        long done = 0;
        do {
            for (int i = 0; i < PASSES; i++) {
                session.run(bindings);
            }
            done += PASSES;
        } while (System.nanoTime() < end);
        return done;
    }

    @Override
    public void close() {
        session.close();
        executable.close();
        arena.close();
    }
}
