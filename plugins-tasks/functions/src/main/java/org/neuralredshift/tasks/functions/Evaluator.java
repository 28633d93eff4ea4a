package org.neuralredshift.tasks.functions;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleBatch;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.MeasuringProgram;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.task.Opened;
import org.neuralredshift.api.task.Trial;

/**
 * Functions of one source at one site, some at a time, and a view that moves from one to the next. There are samples only if
 * the site wants them, and numbers of metrics only if a program measures.
 */
final class Evaluator implements AutoCloseable {
    private final Opened opened = new Opened();

    private final FunctionSource source;
    private final boolean measured;
    private final Optional<MeasuringProgram> program;
    private final Optional<SampleBatch> batch;
    private final Samples samples;
    private final MemorySegment numbers;
    private Status status = Status.OK;

    /** Takes over the source, even if this fails; it runs the program if there is one. */
    Evaluator(Site site, FunctionSource source, Optional<MeasuringProgram> program, Memory memory) {
        this.source = source;
        this.measured = site.isMeasured();
        this.program = program;
        this.samples = new Samples(site.spec());
        opened.add(source::close);
        try {
            Arena arena = Arena.ofConfined();
            opened.add(arena::close);
            this.numbers = memory(program.map(MeasuringProgram::count).orElse(0), arena);
            if (program.isPresent()) {
                source.output(MeasuringProgram.NUMBERS, numbers);
            }
            if (site.wantsSamples()) {
                MemorySegment values = memory(site.spec().points(), arena);
                SampleBatch sampled = new SampleBatch(memory, site.spec(), source.capacity(), values);
                opened.add(sampled::close);
                source.output(Architecture.OUTPUT, sampled.segment());
                this.batch = Optional.of(sampled);
            } else {
                this.batch = Optional.empty();
            }
        } catch (RuntimeException | Error e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    /** So many numbers of each function. */
    private MemorySegment memory(int count, Arena arena) {
        return source.memory((long) source.capacity() * count * Float.BYTES, arena);
    }

    int capacity() {
        return source.capacity();
    }

    /** Whether any metric measures here, so that every function is needed. */
    boolean isMeasured() {
        return measured;
    }

    void evaluate(List<Trial> trials) {
        source.evaluate(trials);
    }

    /** Moves {@link #samples()}, {@link #status()} and {@link #measure} to one of the evaluated functions. */
    void select(int index) {
        if (batch.isPresent()) {
            batch.get().read(index, samples);
        }
        status = program.isPresent() ? program.get().select(numbers, index) : samples.status();
    }

    /** The samples, if the site wants them. */
    Samples samples() {
        return samples;
    }

    Status status() {
        return status;
    }

    /** Reads what the metric of that number gave on the backend. */
    void measure(int metric, Measurement out) {
        program.orElseThrow().measure(metric, out);
    }

    @Override
    public void close() {
        opened.close();
    }
}
