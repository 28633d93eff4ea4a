package org.neuralredshift.backends.cuda;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Launch;
import org.neuralredshift.backends.cuda.program.Program;

/**
 * Where the weights of a run come from: kernels draw them if they can, else the host does, or the caller has given them. Both draw the
 * same bits.
 */
final class WeightSource {
    private final Map<String, Tensor.Weight> weights = new HashMap<>();
    private final Set<Launch.Draw> drawable = new HashSet<>();
    private final RandomStream stream = new RandomStream();
    private final float[] drawn;
    /** What kernels draw in the run at hand. */
    private final Set<Launch.Draw> onTheCard = new HashSet<>();

    private @Nullable Weights source;
    private @Nullable Initialisation decidedFor;

    WeightSource(Program program) {
        int largest = 0;
        for (Tensor.Weight weight : program.graph().weights()) {
            weights.put(weight.name(), weight);
            largest = Math.max(largest, Math.toIntExact(weight.shape().size()));
        }
        program.network().stream().map(Launch::draws).filter(Objects::nonNull).forEach(drawable::add);
        this.drawn = new float[largest];
    }

    /** Decides for a run. */
    void choose(Bindings bindings) {
        source = weights.isEmpty() ? null : bindings.weights();
        Initialisation initialisation = source instanceof Weights.Drawn random ? random.initialisation() : null;
        if (!Objects.equals(initialisation, decidedFor)) {
            decide(initialisation);
            decidedFor = initialisation;
        }
    }

    private void decide(@Nullable Initialisation initialisation) {
        onTheCard.clear();
        if (initialisation != null) {
            for (Tensor.Weight weight : weights.values()) {
                Launch.Distribution distribution = distribution(weight, initialisation);
                if (distribution != null && drawable.contains(new Launch.Draw(weight.name(), distribution))) {
                    onTheCard.add(new Launch.Draw(weight.name(), distribution));
                }
            }
        }
    }

    /** What kernels would have to draw; null if only the host can. */
    private static Launch.@Nullable Distribution distribution(Tensor.Weight weight, Initialisation initialisation) {
        if (initialisation.isUniform(weight)) {
            return Launch.Distribution.UNIFORM;
        }
        return switch (weight.role()) {
            case GAIN, OFFSET -> Launch.Distribution.CONSTANT;
            case FREQUENCY -> Launch.Distribution.NORMAL;
            case WEIGHT, BIAS, PHASE ->
                initialisation.distribution() == Initialisation.Distribution.NORMAL ? Launch.Distribution.NORMAL : null;
        };
    }

    /** Whether a launch has its place in this run. */
    boolean runs(Launch launch) {
        return launch.draws() == null || onTheCard.contains(launch.draws());
    }

    /** The seed of the study, 0 where nothing is drawn. */
    int studySeed() {
        return source instanceof Weights.Drawn random ? (int) random.studySeed() : 0;
    }

    /** Brings what a buffer needs of some networks to the card: seeds, half-widths, or weights that no kernel draws. */
    void load(Buffer buffer, int first, int count, long address, Uploads uploads) {
        switch (source) {
            case null -> {}
            case Weights.Drawn random -> load(random, buffer, first, count, address, uploads);
            case Weights.Given given -> {
                if (buffer.kind() == Buffer.Kind.WEIGHT) {
                    long bytes = buffer.bytes();
                    uploads.bytes(given.of(weight(buffer)), first * bytes, count * bytes, address);
                }
            }
        }
    }

    private void load(Weights.Drawn random, Buffer buffer, int first, int count, long address, Uploads uploads) {
        switch (buffer.kind()) {
            case SEEDS -> uploads.words(random.seeds(), first, count, address);
            case HALF_WIDTHS -> {
                Tensor.Weight weight = weight(buffer);
                Initialisation initialisation = random.initialisation();
                double[] magnitudes = random.magnitudes();
                uploads.doubles(
                        network -> initialisation.halfWidth(weight, magnitudes[network]), first, count, address);
            }
            case WEIGHT -> {
                if (!isOnTheCard(buffer.name())) {
                    draw(random, weight(buffer), buffer, first, count, address, uploads);
                }
            }
            default -> throw new IllegalArgumentException(buffer.kind() + " is no matter of weights");
        }
    }

    private void draw(
            Weights.Drawn random,
            Tensor.Weight weight,
            Buffer buffer,
            int first,
            int count,
            long address,
            Uploads uploads) {
        for (int i = 0; i < count; i++) {
            int network = first + i;
            random.initialisation()
                    .draw(
                            weight,
                            random.studySeed(),
                            random.seeds()[network],
                            random.magnitudes()[network],
                            stream,
                            drawn);
            uploads.floats(drawn, 0, (int) buffer.elements(), address + i * buffer.bytes());
        }
    }

    private boolean isOnTheCard(String weight) {
        return onTheCard.stream().anyMatch(draw -> draw.weight().equals(weight));
    }

    private Tensor.Weight weight(Buffer buffer) {
        return Objects.requireNonNull(weights.get(buffer.name()), buffer.name());
    }
}
