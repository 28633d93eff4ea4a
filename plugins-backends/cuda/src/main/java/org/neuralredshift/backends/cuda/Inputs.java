package org.neuralredshift.backends.cuda;

import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Program;

/** Brings to the card what kernels need of the host: once, in each run, and for each chunk of networks. */
final class Inputs implements AutoCloseable {
    private final Driver driver;
    private final long stream;
    private final Program program;
    private final CardMemory memory;
    private final WeightSource weights;
    private final Uploads uploads;

    Inputs(Driver driver, long stream, Program program, CardMemory memory, WeightSource weights) {
        this.driver = driver;
        this.stream = stream;
        this.program = program;
        this.memory = memory;
        this.weights = weights;
        this.uploads = new Uploads(driver, stream, Math.max(ofChunk(), largest()), memory.slots());
    }

    /** What a chunk needs, with the weights that may be given or drawn by the host. */
    private long ofChunk() {
        return program.buffers().stream()
                .filter(Buffer::perNetwork)
                .mapToLong(buffer -> switch (buffer.kind()) {
                    case SCALAR, SEEDS, HALF_WIDTHS, WEIGHT -> Uploads.aligned(buffer.bytes() * memory.chunk());
                    case INPUT, CONSTANT, STATE, SCRATCH, OUTPUT, FLAG -> 0;
                })
                .sum();
    }

    private long largest() {
        return program.buffers().stream()
                .mapToLong(buffer -> switch (buffer.kind()) {
                    case INPUT, CONSTANT, STATE -> buffer.bytes();
                    case SCALAR, SEEDS, HALF_WIDTHS, WEIGHT, SCRATCH, OUTPUT, FLAG -> 0;
                })
                .max()
                .orElse(1);
    }

    /** The way of whatever else goes to the card. */
    Uploads uploads() {
        return uploads;
    }

    /** Constants, and states of 0, of so many networks. */
    void initialise(int networks) {
        for (Buffer buffer : program.buffers()) {
            float[] values = buffer.values();
            if (values != null) {
                uploads.floats(values, 0, values.length, memory.address(buffer, 0));
            } else if (buffer.kind() == Buffer.Kind.STATE && buffer.elements() > 0) {
                driver.clear(memory.address(buffer, 0), buffer.elements() * networks, stream);
            }
        }
        driver.synchronize(stream);
    }

    /** What all networks share; decides where the weights come from. */
    void ofRun(Bindings bindings) {
        for (Buffer buffer : program.buffers()) {
            switch (buffer.kind()) {
                case INPUT ->
                    uploads.bytes(bindings.input(buffer.name()), 0, buffer.bytes(), memory.address(buffer, 0));
                case FLAG -> driver.clear(memory.address(buffer, 0), buffer.elements(), stream);
                default -> {}
            }
        }
        weights.choose(bindings);
    }

    /** What each network of a chunk has. */
    void ofChunk(Bindings bindings, int first, int count) {
        uploads.begin();
        for (Buffer buffer : program.buffers()) {
            long address = memory.address(buffer, first);
            switch (buffer.kind()) {
                case SCALAR -> uploads.floats(bindings.scalar(buffer.name()), first, count, address);
                case SEEDS, HALF_WIDTHS, WEIGHT -> weights.load(buffer, first, count, address, uploads);
                default -> {}
            }
        }
        uploads.end();
    }

    @Override
    public void close() {
        uploads.close();
    }
}
