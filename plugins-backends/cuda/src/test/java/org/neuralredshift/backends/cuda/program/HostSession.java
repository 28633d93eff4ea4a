package org.neuralredshift.backends.cuda.program;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

/** Runs the launches of a program, all networks in one chunk. */
final class HostSession implements Session {
    private final Program program;
    private final HostLibrary library;
    private final int opened;
    private final BindingCheck check;
    private final Arena arena = Arena.ofShared();
    private final Map<Buffer, MemorySegment> memory = new LinkedHashMap<>();
    private boolean closed;

    HostSession(Program program, HostLibrary library, int opened) {
        this.program = program;
        this.library = library;
        this.opened = opened;
        this.check = new BindingCheck(program.graph());
        for (Buffer buffer : program.buffers()) {
            long bytes = Math.multiplyExact(buffer.bytes(), buffer.perNetwork() ? (long) opened : 1L);
            MemorySegment segment = arena.allocate(Math.max(16, bytes), 16);
            memory.put(buffer, segment.asSlice(0, bytes));
            float[] values = buffer.values();
            if (values != null) {
                MemorySegment.copy(MemorySegment.ofArray(values), 0, segment, 0, bytes);
            }
        }
    }

    @Override
    public void run(Bindings bindings) {
        requireOpen();
        check.check(bindings, opened);
        int networks = bindings.networks();
        memory.forEach((buffer, segment) -> fill(buffer, segment, bindings));
        Weights weights = program.graph().weights().isEmpty() ? new Weights.Given(Map.of()) : bindings.weights();
        int studySeed = weights instanceof Weights.Drawn drawn ? (int) drawn.studySeed() : 0;
        launch(program.shared(), weights, networks, studySeed);
        launch(program.network(), weights, networks, studySeed);
        for (int step = 0; step < bindings.steps(); step++) {
            launch(program.step(), weights, networks, studySeed);
            launch(program.update(), weights, networks, studySeed);
        }
        memory.forEach((buffer, segment) -> result(buffer, segment, bindings));
    }

    private void launch(List<Launch> launches, Weights weights, int networks, int studySeed) {
        for (Launch launch : launches) {
            Launch.Draw draw = launch.draws();
            if (draw == null || draws(draw, weights)) {
                library.launch(
                        launch,
                        networks,
                        launch.arguments().stream().map(memory::get).toList(),
                        studySeed);
            }
        }
    }

    private boolean draws(Launch.Draw draw, Weights weights) {
        if (!(weights instanceof Weights.Drawn drawn)) {
            return false;
        }
        Tensor.Weight weight = weight(draw.weight());
        Launch.Distribution wanted = switch (weight.role()) {
            case GAIN, OFFSET -> Launch.Distribution.CONSTANT;
            case PHASE -> Launch.Distribution.UNIFORM;
            case FREQUENCY -> Launch.Distribution.NORMAL;
            case WEIGHT, BIAS ->
                drawn.initialisation().distribution() == Initialisation.Distribution.UNIFORM
                        ? Launch.Distribution.UNIFORM
                        : Launch.Distribution.NORMAL;
        };
        return draw.distribution() == wanted && !isDrawnByHost(weight, drawn);
    }

    private static boolean isDrawnByHost(Tensor.Weight weight, Weights.Drawn drawn) {
        Initialisation.Distribution distribution = drawn.initialisation().distribution();
        boolean isOrdinary = weight.role() == Tensor.Role.WEIGHT || weight.role() == Tensor.Role.BIAS;
        return isOrdinary
                && (distribution == Initialisation.Distribution.STUDENT_T
                        || distribution == Initialisation.Distribution.BALL);
    }

    private Tensor.Weight weight(String name) {
        return program.graph().weights().stream()
                .filter(w -> w.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void fill(Buffer buffer, MemorySegment segment, Bindings bindings) {
        int networks = bindings.networks();
        switch (buffer.kind()) {
            case INPUT -> segment.copyFrom(bindings.input(buffer.name()));
            case SCALAR ->
                MemorySegment.copy(bindings.scalar(buffer.name()), 0, segment, ValueLayout.JAVA_FLOAT, 0, networks);
            case FLAG -> segment.fill((byte) 0);
            case WEIGHT -> {
                Tensor.Weight weight = weight(buffer.name());
                switch (bindings.weights()) {
                    case Weights.Given given ->
                        MemorySegment.copy(given.of(weight), 0, segment, 0, networks * buffer.bytes());
                    case Weights.Drawn drawn -> {
                        segment.fill((byte) -1);
                        if (isDrawnByHost(weight, drawn)) {
                            draw(weight, drawn, segment, networks);
                        }
                    }
                }
            }
            case SEEDS -> {
                for (int network = 0;
                        bindings.weights() instanceof Weights.Drawn drawn && network < networks;
                        network++) {
                    segment.setAtIndex(ValueLayout.JAVA_INT, network, (int) drawn.seeds()[network]);
                }
            }
            case HALF_WIDTHS -> {
                for (int network = 0;
                        bindings.weights() instanceof Weights.Drawn drawn && network < networks;
                        network++) {
                    double width = drawn.initialisation().halfWidth(weight(buffer.name()), drawn.magnitudes()[network]);
                    segment.setAtIndex(ValueLayout.JAVA_DOUBLE, network, width);
                }
            }
            case SCRATCH, OUTPUT -> segment.fill((byte) -1);
            case CONSTANT, STATE -> {}
        }
    }

    private static void draw(Tensor.Weight weight, Weights.Drawn drawn, MemorySegment segment, int networks) {
        int size = Math.toIntExact(weight.shape().size());
        float[] values = new float[size];
        for (int network = 0; network < networks; network++) {
            drawn.initialisation()
                    .draw(
                            weight,
                            drawn.studySeed(),
                            drawn.seeds()[network],
                            drawn.magnitudes()[network],
                            new RandomStream(),
                            values);
            MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_FLOAT, 4L * network * size, size);
        }
    }

    private void result(Buffer buffer, MemorySegment segment, Bindings bindings) {
        if (buffer.kind() == Buffer.Kind.FLAG) {
            String failure = program.failure(segment.toArray(ValueLayout.JAVA_INT));
            if (!failure.isEmpty()) {
                throw new IllegalArgumentException(failure);
            }
        }
        if (buffer.kind() == Buffer.Kind.OUTPUT) {
            long bytes = buffer.bytes() * (buffer.perNetwork() ? bindings.networks() : 1);
            MemorySegment.copy(segment, 0, bindings.output(buffer.name()), 0, bytes);
        }
    }

    @Override
    public void write(String state, MemorySegment values) {
        requireOpen();
        check.networks(state, values, opened);
        state(state).copyFrom(values);
    }

    @Override
    public void read(String state, MemorySegment values) {
        requireOpen();
        check.networks(state, values, opened);
        values.copyFrom(state(state).asSlice(0, values.byteSize()));
    }

    private MemorySegment state(String name) {
        return memory.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Buffer.Kind.STATE
                        && entry.getKey().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed: open another one");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            arena.close();
        }
    }
}
