package org.neuralredshift.tasks.functions;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.api.task.Trial;
import org.neuralredshift.api.task.TrialBatch;

/** Functions for comparison, on no backend. */
final class NullSource implements FunctionSource {
    private static final int CAPACITY = 16;

    private final NullFunction function;
    private final SampleSpec spec;
    private final long studySeed;
    private final int capacity;
    private final float[] coordinates;
    private final float[] values;
    private final RandomStream stream = new RandomStream();
    private MemorySegment out = MemorySegment.NULL;

    NullSource(SampleSpec spec, NullFunction function, TrialBatch trials) {
        this.function = function;
        this.spec = spec;
        this.studySeed = trials.studySeed();
        this.capacity = Math.min(trials.trials().size(), CAPACITY);
        this.coordinates = spec.coordinates();
        this.values = new float[spec.points()];
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void output(String name, MemorySegment memory) {
        out = memory;
    }

    @Override
    public void evaluate(List<Trial> trials) {
        for (int i = 0; i < trials.size(); i++) {
            function.evaluate(stream, studySeed, trials.get(i).seed(), coordinates, spec.dimension(), values);
            long offset = (long) i * values.length * Float.BYTES;
            MemorySegment.copy(values, 0, out, ValueLayout.JAVA_FLOAT, offset, values.length);
        }
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
