package org.neuralredshift.backends.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Program;

/**
 * Brings networks through a card, a chunk after another, on a stream of its own, and their outputs home on another one ({@link
 * Delivery}): what is computed and what is copied overlaps, in a session and between several.
 */
final class CudaSession implements Session {
    private final Card card;
    private final Driver driver;
    private final Program program;
    private final int networks;
    private final BindingCheck bindingCheck;
    private final Holdings holdings = new Holdings();
    private final long stream;
    private final StreamClock clock;
    private final CardMemory memory;
    private final Delivery delivery;
    private final Inputs inputs;
    private final Launches launches;
    private final int[] flag = new int[Program.FLAG_WORDS];
    private boolean closed;

    CudaSession(Card card, Program program, Map<String, Long> functions, int networks) {
        this.card = card;
        this.driver = card.driver();
        this.program = program;
        this.networks = networks;
        this.bindingCheck = new BindingCheck(program.graph());
        Arena arena = Arena.ofShared();
        holdings.add(arena::close);
        try {
            WeightSource weights = new WeightSource(program);
            card.enter();
            this.stream = driver.createStream();
            holdings.add(() -> driver.destroyStream(stream));
            this.clock = card.clock();
            holdings.add(clock::close);
            this.memory = new CardMemory(card, program, networks);
            holdings.add(memory::close);
            this.launches = new Launches(driver, stream, program, functions, memory, weights, arena);
            this.delivery = new Delivery(card, program, memory, stream, clock);
            holdings.add(delivery::close);
            this.inputs = new Inputs(driver, stream, program, memory, weights);
            holdings.add(inputs::close);
            inputs.initialise(networks);
        } catch (RuntimeException | Error e) {
            Releases.after(e, holdings.releases());
            throw e;
        }
    }

    @Override
    public MemorySegment memory(long bytes, Arena arena) {
        requireOpen();
        try {
            card.enter();
            return card.pinned().allocate(bytes, arena);
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        bindingCheck.check(bindings, networks);
        try {
            runOnCard(bindings);
        } catch (DriverException e) {
            delivery.abandon(e);
            throw card.judge(e);
        } catch (RuntimeException | Error e) {
            delivery.abandon(e);
            throw e;
        }
    }

    private void runOnCard(Bindings bindings) {
        card.enter();
        inputs.ofRun(bindings);
        launches.startShared();
        delivery.shared(bindings);
        int first = 0;
        while (first < bindings.networks()) {
            int count = Math.min(memory.chunk(), bindings.networks() - first);
            if (runChunk(bindings, first, count)) {
                first += count;
            }
        }
        delivery.finish(bindings);
        inputs.uploads().rewind();
        clock.finish();
        requireLawfulIndices();
    }

    /** False if there was too little memory, and now there is room for fewer networks at once. */
    private boolean runChunk(Bindings bindings, int first, int count) {
        try {
            clock.mark(memory.slot(), StreamClock.BEGUN, stream);
            inputs.ofChunk(bindings, first, count);
            clock.mark(memory.slot(), StreamClock.LOADED, stream);
            delivery.begin();
            launches.startNetworks(first, count);
        } catch (DriverException e) {
            if (!e.isOutOfMemory() || !memory.canShrink()) {
                throw e;
            }
            delivery.finish(bindings);
            memory.shrink();
            return false;
        }
        // States change here, so nothing is begun anew.
        launches.startSteps(bindings.steps(), first, count);
        delivery.computed(bindings, first, count);
        return true;
    }

    private void requireLawfulIndices() {
        for (Buffer buffer : program.buffers()) {
            if (buffer.kind() == Buffer.Kind.FLAG) {
                MemorySegment words = MemorySegment.ofArray(flag);
                delivery.downloads().bytes(memory.address(buffer, 0), words, 0, words.byteSize());
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
            inputs.uploads().bytes(values, 0, values.byteSize(), memory.address(state(state), 0));
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
            delivery.downloads().bytes(memory.address(state(state), 0), values, 0, values.byteSize());
            driver.synchronize(stream);
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
            holdings.add(() -> driver.synchronize(stream));
            holdings.add(card::enter);
            card.release(holdings.releases());
        }
    }
}
