package org.neuralredshift.tasks.learning;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;

/** The first output of single networks as samples; memory is kept for each specification. */
final class Views implements AutoCloseable {
    private record View(SampleBatch batch, Samples samples) {}

    private final Memory memory;
    private final int outputs;
    private final Map<SampleSpec, View> views = new HashMap<>();

    /** @param outputs of a network at a point */
    Views(Memory memory, int outputs) {
        this.memory = memory;
        this.outputs = outputs;
    }

    /**
     * The first output of a network.
     *
     * @param values {@code [networks, points, outputs]}
     * @return samples that the next call for the same specification changes
     */
    Samples first(SampleSpec spec, float[] values, int network) {
        return column(spec, values, network * spec.points() * outputs, outputs);
    }

    /** One value at each point, in memory that the next call for the same specification changes. */
    Samples of(SampleSpec spec, float[] values) {
        return column(spec, values, 0, 1);
    }

    private Samples column(SampleSpec spec, float[] values, int from, int step) {
        View view = views.computeIfAbsent(spec, s -> new View(new SampleBatch(memory, s, 1), new Samples(s)));
        MemorySegment segment = view.batch().segment();
        for (int point = 0; point < spec.points(); point++) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, point, values[from + point * step]);
        }
        view.batch().read(0, view.samples());
        return view.samples();
    }

    @Override
    public void close() {
        views.values().forEach(view -> view.batch().close());
    }
}
