package org.neuralredshift.cli.network;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.RandomNetwork;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.engine.plugin.Catalog;

/**
 * One random network R^2 → R, with the same weights as in a study of random functions with these parameters and seeds.
 *
 * @param architecture how it is built
 * @param initialisation how its weights are drawn
 * @param magnitude α
 * @param studySeed first word of the random key
 * @param seed of the network, second word of the random key
 */
public record SampledNetwork(
        Architecture architecture, Initialisation initialisation, double magnitude, long studySeed, long seed) {
    /** The id of the task whose parameters describe such a network. */
    public static final String TASK = "random-functions";

    /**
     * The network of the parameters of a study of random functions.
     *
     * @throws org.neuralredshift.engine.UserException if there is no such activation or layer
     */
    public static SampledNetwork of(Parameters p, Catalog catalog, long studySeed, long seed) {
        RandomNetwork network =
                RandomNetwork.of(p, id -> catalog.find(Activation.class, id), id -> catalog.find(Layer.class, id));
        return new SampledNetwork(
                network.architecture(), network.initialisation(), p.real("magnitude"), studySeed, seed);
    }

    /** The network's program for that many points. */
    public Graph graph(int points) {
        return architecture.graph(points);
    }

    /** The function at some points. */
    public Samples evaluate(SampleSpec spec, Backend backend) {
        Samples function = new Samples(spec);
        try (Memory memory = Memory.open();
                Arena arena = Arena.ofConfined();
                SampleBatch batch = new SampleBatch(memory, spec, 1);
                Executable executable = backend.compile(graph(spec.points()));
                Session session = executable.open(1)) {
            session.run(new Bindings()
                    .input(Architecture.INPUT, arena.allocateFrom(ValueLayout.JAVA_FLOAT, spec.coordinates()))
                    .scalar(Architecture.PREFACTOR, new float[] {(float) magnitude})
                    .weights(new Weights.Drawn(initialisation, studySeed, new long[] {seed}, new double[] {magnitude}))
                    .output(Architecture.OUTPUT, batch.segment()));
            batch.read(0, function);
        }
        return function;
    }

    /** The values of a weight, row-major. */
    public float[] draw(Tensor.Weight weight) {
        float[] values = new float[Math.toIntExact(weight.shape().size())];
        initialisation.draw(weight, studySeed, seed, magnitude, new RandomStream(), values);
        return values;
    }
}
