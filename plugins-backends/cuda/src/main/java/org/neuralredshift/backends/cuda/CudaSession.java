package org.neuralredshift.backends.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Launch;
import org.neuralredshift.backends.cuda.program.Program;

/**
 * Brings networks through a card, a chunk after another, on a stream of its own: what several sessions compute, copy, and let the
 * host measure overlaps. The card starts each kernel when the one before is done.
 */
final class CudaSession implements Session {
    private final Card card;
    private final Driver driver;
    private final Program program;
    private final int networks;
    private final BindingCheck bindingCheck;
    private final Arena arena = Arena.ofShared();
    private final long stream;
    private final StreamClock clock;
    private final CardMemory memory;
    private final Staging staging;
    private final WeightSource weights;
    private final PreparedLaunch[] shared;
    private final PreparedLaunch[] network;
    private final PreparedLaunch[] step;
    private final PreparedLaunch[] update;
    private final int[] flag = new int[Program.FLAG_WORDS];
    private boolean closed;

    CudaSession(Card card, Program program, Map<String, Long> functions, int networks) {
        this.card = card;
        this.driver = card.driver();
        this.program = program;
        this.networks = networks;
        this.bindingCheck = new BindingCheck(program.graph());
        this.weights = new WeightSource(program);
        try {
            this.shared = prepare(program.shared(), functions);
            this.network = prepare(program.network(), functions);
            this.step = prepare(program.step(), functions);
            this.update = prepare(program.update(), functions);
            card.enter();
            this.stream = driver.createStream();
        } catch (RuntimeException | Error e) {
            Releases.after(e, arena::close);
            throw e;
        }
        try {
            this.clock = card.clock(stream);
        } catch (RuntimeException | Error e) {
            Releases.after(e, () -> driver.destroyStream(stream), arena::close);
            throw e;
        }
        try {
            this.memory = new CardMemory(card, program, networks);
        } catch (RuntimeException | Error e) {
            Releases.after(e, clock::close, () -> driver.destroyStream(stream), arena::close);
            throw e;
        }
        try {
            this.staging = new Staging(driver, stream, largestCopy());
        } catch (RuntimeException | Error e) {
            Releases.after(e, memory::close, clock::close, () -> driver.destroyStream(stream), arena::close);
            throw e;
        }
        try {
            initialise();
        } catch (RuntimeException | Error e) {
            Releases.after(
                    e, staging::close, memory::close, clock::close, () -> driver.destroyStream(stream), arena::close);
            throw e;
        }
    }

    private PreparedLaunch[] prepare(List<Launch> launches, Map<String, Long> functions) {
        return launches.stream()
                .map(launch -> new PreparedLaunch(launch, functions, arena))
                .toArray(PreparedLaunch[]::new);
    }

    private long largestCopy() {
        return program.buffers().stream()
                .filter(buffer -> buffer.kind() != Buffer.Kind.SCRATCH)
                .mapToLong(buffer -> buffer.bytes() * (buffer.perNetwork() ? memory.chunk() : 1))
                .max()
                .orElse(1);
    }

    /** Constants, and states of 0. */
    private void initialise() {
        for (Buffer buffer : program.buffers()) {
            float[] values = buffer.values();
            if (values != null) {
                staging.upload(values, 0, values.length, memory.address(buffer, 0));
            } else if (buffer.kind() == Buffer.Kind.STATE && buffer.elements() > 0) {
                driver.clear(memory.address(buffer, 0), buffer.elements() * networks, stream);
            }
        }
        driver.synchronize(stream);
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        try {
            runOnCard(bindings);
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    private void runOnCard(Bindings bindings) {
        card.enter();
        loadInputs(bindings);
        weights.choose(bindings);
        for (PreparedLaunch launch : shared) {
            launch.prepare(memory, 0, 0);
            launch.start(driver, stream, 1);
        }
        deliver(bindings, false, 0, 1);
        int first = 0;
        while (first < bindings.networks()) {
            int count = Math.min(memory.chunk(), bindings.networks() - first);
            if (runChunk(bindings, first, count)) {
                first += count;
            }
        }
        requireLawfulIndices();
    }

    private void loadInputs(Bindings bindings) {
        for (Buffer buffer : program.buffers()) {
            switch (buffer.kind()) {
                case INPUT ->
                    staging.upload(bindings.input(buffer.name()), 0, buffer.bytes(), memory.address(buffer, 0));
                case FLAG -> driver.clear(memory.address(buffer, 0), buffer.elements(), stream);
                default -> {}
            }
        }
    }

    /** False if there was too little memory, and now there is room for fewer networks at once. */
    private boolean runChunk(Bindings bindings, int first, int count) {
        try {
            clock.mark(0);
            load(bindings, first, count);
            clock.mark(1);
            for (PreparedLaunch launch : network) {
                if (weights.runs(launch.launch())) {
                    launch.prepare(memory, first, weights.studySeed());
                    launch.start(driver, stream, count);
                }
            }
        } catch (DriverException e) {
            if (!e.isOutOfMemory() || !memory.shrink()) {
                throw e;
            }
            return false;
        }
        runSteps(bindings.steps(), first, count);
        clock.mark(2);
        deliver(bindings, true, first, count);
        clock.mark(3);
        clock.done();
        return true;
    }

    /** States change here, so nothing is begun anew. */
    private void runSteps(int steps, int first, int count) {
        if (step.length + update.length == 0) {
            return;
        }
        for (PreparedLaunch launch : step) {
            launch.prepare(memory, first, weights.studySeed());
        }
        for (PreparedLaunch launch : update) {
            launch.prepare(memory, first, weights.studySeed());
        }
        for (int number = 0; number < steps; number++) {
            for (PreparedLaunch launch : step) {
                launch.start(driver, stream, count);
            }
            for (PreparedLaunch launch : update) {
                launch.start(driver, stream, count);
            }
        }
    }

    private void load(Bindings bindings, int first, int count) {
        for (Buffer buffer : program.buffers()) {
            long address = memory.address(buffer, first);
            switch (buffer.kind()) {
                case SCALAR -> staging.upload(bindings.scalar(buffer.name()), first, count, address);
                case SEEDS, HALF_WIDTHS, WEIGHT -> weights.load(buffer, first, count, address, staging);
                default -> {}
            }
        }
    }

    private void deliver(Bindings bindings, boolean perNetwork, int first, int count) {
        for (Buffer buffer : program.buffers()) {
            if (buffer.kind() == Buffer.Kind.OUTPUT && buffer.perNetwork() == perNetwork) {
                long bytes = buffer.bytes();
                staging.download(
                        memory.address(buffer, first), bindings.output(buffer.name()), first * bytes, count * bytes);
            }
        }
    }

    private void requireLawfulIndices() {
        for (Buffer buffer : program.buffers()) {
            if (buffer.kind() == Buffer.Kind.FLAG) {
                staging.download(
                        memory.address(buffer, 0), MemorySegment.ofArray(flag), 0, (long) flag.length * Integer.BYTES);
                String failure = program.failure(flag);
                if (!failure.isEmpty()) {
                    throw new IllegalArgumentException(failure);
                }
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session of the backend cuda is closed: open another one");
        }
    }

    @Override
    public void write(String state, MemorySegment values) {
        requireOpen();
        bindingCheck.networks(state, values, networks);
        try {
            card.enter();
            staging.upload(values, 0, values.byteSize(), memory.address(state(state), 0));
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    @Override
    public void read(String state, MemorySegment values) {
        requireOpen();
        bindingCheck.networks(state, values, networks);
        try {
            card.enter();
            staging.download(memory.address(state(state), 0), values, 0, values.byteSize());
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    private Buffer state(String name) {
        return program.buffers().stream()
                .filter(buffer ->
                        buffer.kind() == Buffer.Kind.STATE && buffer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            card.release(
                    card::enter,
                    () -> driver.synchronize(stream),
                    staging::close,
                    memory::close,
                    clock::close,
                    () -> driver.destroyStream(stream),
                    arena::close);
        }
    }
}
