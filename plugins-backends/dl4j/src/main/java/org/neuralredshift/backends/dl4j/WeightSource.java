package org.neuralredshift.backends.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.RandomStream;

/** Brings the weights of one network into a session's memory. */
final class WeightSource {
    private final RandomStream stream = new RandomStream();
    private final float[] drawn;

    /** @param weights that will be asked for */
    WeightSource(Iterable<Tensor.Weight> weights) {
        int largest = 0;
        for (Tensor.Weight weight : weights) {
            largest = Math.max(largest, Math.toIntExact(weight.shape().size()));
        }
        this.drawn = new float[largest];
    }

    /** Writes one weight. */
    void write(Tensor.Weight weight, Weights source, int network, MemorySegment target) {
        switch (source) {
            case Weights.Drawn d -> {
                d.initialisation()
                        .draw(weight, d.studySeed(), d.seeds()[network], d.magnitudes()[network], stream, drawn);
                int size = (int) (target.byteSize() / Float.BYTES);
                MemorySegment.copy(drawn, 0, target, ValueLayout.JAVA_FLOAT, 0, size);
            }
            case Weights.Given g -> {
                MemorySegment.copy(g.of(weight), network * target.byteSize(), target, 0, target.byteSize());
            }
        }
    }
}
