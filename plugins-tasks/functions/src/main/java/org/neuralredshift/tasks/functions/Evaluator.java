package org.neuralredshift.tasks.functions;

import java.util.List;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.task.Trial;

/** Functions of one source, some at a time, and a view that moves from one to the next. */
final class Evaluator implements AutoCloseable {
    private final FunctionSource source;
    private final SampleBatch batch;
    private final Samples samples;
    private boolean measured;
    private Status status = Status.OK;

    /** Takes over the source, even if this fails. */
    Evaluator(SampleSpec spec, FunctionSource source, Memory memory) {
        this.source = source;
        this.samples = new Samples(spec);
        try {
            this.batch = new SampleBatch(memory, spec, source.capacity());
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    int capacity() {
        return source.capacity();
    }

    /** A metric reads these samples, so every trial needs them. */
    void measured() {
        measured = true;
    }

    boolean isMeasured() {
        return measured;
    }

    void evaluate(List<Trial> trials) {
        source.evaluate(trials, batch.segment());
    }

    /** Moves {@link #samples()} to one of the evaluated functions. */
    void select(int index) {
        batch.read(index, samples);
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
        batch.close();
        source.close();
    }
}
