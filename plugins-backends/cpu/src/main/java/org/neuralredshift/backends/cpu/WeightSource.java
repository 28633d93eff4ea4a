package org.neuralredshift.backends.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.backends.cpu.TileProgram.PlacedWeight;

/** Brings the weights of one network into a session's memory. */
final class WeightSource {
    /** Floats behind the last weight that a draw may overwrite. */
    static final int OVERRUN = 64;

    private final boolean vector;
    private final RandomStream stream = new RandomStream();

    WeightSource(boolean vector) {
        this.vector = vector;
    }

    /** Weights are filled in ascending order: what a draw writes beyond its end, the next one overwrites. */
    void fill(List<PlacedWeight> weights, Weights source, int network, float[] memory) {
        for (PlacedWeight placed : weights) {
            switch (source) {
                case Weights.Given given -> copy(placed, given, network, memory);
                case Weights.Drawn drawn -> draw(placed, drawn, network, memory);
            }
        }
    }

    private static void copy(PlacedWeight placed, Weights.Given given, int network, float[] memory) {
        Tensor.Weight weight = placed.weight();
        long size = weight.shape().size();
        MemorySegment.copy(
                given.of(weight),
                ValueLayout.JAVA_FLOAT,
                network * size * Float.BYTES,
                memory,
                placed.position(),
                Math.toIntExact(size));
    }

    private void draw(PlacedWeight placed, Weights.Drawn drawn, int network, float[] memory) {
        Tensor.Weight weight = placed.weight();
        Initialisation initialisation = drawn.initialisation();
        long seed = drawn.seeds()[network];
        double magnitude = drawn.magnitudes()[network];
        stream.reset(drawn.studySeed(), seed, weight.ordinal(), 0); // refuses seeds beyond 32 bits
        if (vector && initialisation.isUniform(weight)) {
            float unit = (float) initialisation.halfWidth(weight, magnitude) * 0x1p-31f;
            int size = Math.toIntExact(weight.shape().size());
            VectorPhilox.uniform(
                    (int) drawn.studySeed(), (int) seed, weight.ordinal(), unit, memory, placed.position(), size);
        } else {
            initialisation.draw(weight, drawn.studySeed(), seed, magnitude, stream, memory, placed.position());
        }
    }
}
