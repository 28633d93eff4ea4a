package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Listing;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

/**
 * Trains networks together on a backend. One thread at a time.
 *
 * <p>A network's weights depend on its own numbers and the number of steps alone: not on how steps are spread over calls of
 * {@link #advance}, nor on its neighbours, nor on whether a checkpoint lies between. A network whose loss was not finite, or was
 * below the bound, has ended: its weights stay those with which that loss was computed.
 *
 * <pre>{@code
 * try (Trainer trainer = new Trainer(backend, training, initialisation, table, rows, networks)) {
 *     trainer.start(start);
 *     trainer.advance(1500);
 *     Weights.Given trained = trainer.weights(); // for a graph of the architecture at any points
 * }
 * }</pre>
 */
@Api(INCUBATING)
public final class Trainer implements AutoCloseable {
    /** The most steps: their number is float32, exact up to here. */
    public static final int MAXIMUM_STEPS = 1 << 24;
    /** Steps after which is seen whether any network still runs. */
    private static final int LONGEST_RUN = 4096;

    private final Training training;
    private final Initialisation initialisation;
    private final Table table;
    private final int rows;
    private final int networks;
    private final Graph graph;
    private final List<Tensor.Weight> weights;
    private final Orders orders;
    private final int orderLength;
    private final Executable program;
    private final Session session;
    private final StateMemory states;
    private @Nullable Start start;
    private Bindings bindings = new Bindings();
    private int step;

    /**
     * Compiles the program.
     *
     * @param backend that runs it
     * @param training what is trained, and how
     * @param initialisation how initial weights are drawn
     * @param table what is trained on
     * @param rows of the table that each network takes
     * @param networks that are trained together at most
     * @throws IllegalArgumentException if the table has other columns than the networks, or a batch is larger than the rows
     * @throws org.neuralredshift.api.compute.UnsupportedGraphException if the backend does not run such a program
     */
    public Trainer(
            Backend backend, Training training, Initialisation initialisation, Table table, int rows, int networks) {
        int features = training.architecture().inputs();
        if (table.features() != features || table.targets() != training.targets()) {
            throw new IllegalArgumentException("a table with " + table.features() + " inputs and " + table.targets()
                    + " targets for networks of " + features + " inputs and " + training.targets() + " targets");
        }
        this.training = training;
        this.initialisation = initialisation;
        this.table = table;
        this.rows = rows;
        this.networks = networks;
        this.graph = training.graph(table.rows(), rows);
        this.weights = training.architecture().graph(1).weights();
        this.orderLength = training.order(rows);
        this.orders = new Orders(rows, orderLength);
        this.program = backend.compile(graph);
        try {
            this.session = program.open(networks);
        } catch (RuntimeException | Error e) {
            program.close();
            throw e;
        }
        this.states = new StateMemory(session, graph.states());
    }

    /** The program, for tests and for {@code explain}. */
    public Graph graph() {
        return graph;
    }

    /**
     * Begins with random weights, before the first step.
     *
     * @throws IllegalArgumentException if there are more networks, or other numbers of rows, than this trainer was made for, or a
     *     number that the networks read is missing
     */
    public void start(Start networksToTrain) {
        begin(networksToTrain);
        for (Tensor.Weight weight : weights) {
            if (Training.isTrained(weight)) {
                draw(weight, networksToTrain, states.array(weight.name()));
                states.write(weight.name());
            }
        }
    }

    /**
     * Begins with given weights, as {@link #weights} gives them; what is not trained is drawn.
     *
     * @throws IllegalArgumentException if a weight is missing, or those of a network are
     */
    public void start(Start networksToTrain, Weights.Given initial) {
        begin(networksToTrain);
        for (Tensor.Weight weight : weights) {
            if (Training.isTrained(weight)) {
                float[] values = states.array(weight.name());
                MemorySegment given = initial.of(weight);
                if (given.byteSize() < (long) values.length * Float.BYTES) {
                    throw new IllegalArgumentException("weight " + weight.name() + " is given by " + given.byteSize()
                            + " bytes, but takes " + (long) values.length * Float.BYTES + " for "
                            + networksToTrain.networks() + " networks");
                }
                MemorySegment.copy(given, ValueLayout.JAVA_FLOAT_UNALIGNED, 0, values, 0, values.length);
                states.write(weight.name());
            }
        }
    }

    private void begin(Start next) {
        if (next.networks() > networks) {
            throw new IllegalArgumentException(next.networks() + " networks: this trainer takes at most " + networks);
        }
        if (next.rows()[0].length != rows) {
            throw new IllegalArgumentException("networks with " + next.rows()[0].length
                    + " rows each: this trainer was made for " + rows + " rows of each");
        }
        for (Tensor.NetworkScalar scalar : training.architecture().graph(1).networkScalars()) {
            if (!next.scalars().containsKey(scalar.name())) {
                throw new IllegalArgumentException("no numbers for " + scalar.name()
                        + ", which the networks read: give one to each network in the scalars of the start");
            }
        }
        start = next;
        step = 0;
        bindings = new Bindings()
                .networks(next.networks())
                .input(Training.INPUTS, MemorySegment.ofArray(table.inputs()))
                .input(Training.TARGETS, MemorySegment.ofArray(table.labels()))
                .scalar(Training.LEARNING_RATE, next.learningRates())
                .scalar(Training.WEIGHT_DECAY, next.weightDecays())
                .weights(new Weights.Drawn(initialisation, next.studySeed(), next.seeds(), next.magnitudes()))
                .output(Training.LOSS, MemorySegment.ofArray(new float[next.networks()]));
        next.scalars().forEach(bindings::scalar);
        states.clear(next.networks());
        writeOrders();
    }

    private void draw(Tensor.Weight weight, Start from, float[] values) {
        int size = values.length / from.networks();
        RandomStream stream = new RandomStream();
        for (int network = 0; network < from.networks(); network++) {
            long seed = from.seeds()[network];
            double magnitude = from.magnitudes()[network];
            initialisation.draw(weight, from.studySeed(), seed, magnitude, stream, values, network * size);
        }
    }

    /** The rows of the steps from here on, until they are used up. */
    private void writeOrders() {
        Start from = started();
        float[] all = states.array(Training.ORDER);
        for (int network = 0; network < from.networks(); network++) {
            int[] rows = from.rows()[network];
            float[] own = training.batch() == 0
                    ? orders.plain(rows)
                    : orders.shuffled(rows, from.studySeed(), from.seeds()[network], (long) step * training.batch());
            System.arraycopy(own, 0, all, network * orderLength, orderLength);
        }
        states.write(Training.ORDER);
        if (training.batch() > 0) {
            writeCursors(0);
        }
    }

    private void writeCursors(int row) {
        Arrays.fill(states.array(Training.CURSOR), row);
        states.write(Training.CURSOR);
    }

    /**
     * Trains on. What does no longer change anything, because all networks have ended, is not computed.
     *
     * @param steps at least 0
     */
    public void advance(int steps) {
        started();
        if (steps < 0 || steps > MAXIMUM_STEPS - step) {
            throw new IllegalArgumentException(
                    steps + " steps after " + step + ": a training has 0 to " + MAXIMUM_STEPS);
        }
        int last = step + steps;
        int period = training.batch() == 0 ? Integer.MAX_VALUE : orderLength / training.batch();
        while (step < last && anyRuns()) {
            int used = step % period;
            if (used == 0 && step > 0) {
                writeOrders();
            }
            int count = Math.min(Math.min(last - step, LONGEST_RUN), period - used);
            session.run(bindings.steps(count));
            step += count;
        }
        step = last;
    }

    private boolean anyRuns() {
        float[] diverged = read(Training.DIVERGED_AT);
        float[] stopped = read(Training.STOPPED_AT);
        for (int network = 0; network < diverged.length; network++) {
            if (diverged[network] == 0 && stopped[network] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The number of steps since the start. */
    public int step() {
        return step;
    }

    /**
     * The loss of the last step in which a network had not ended, on the rows of that step, with the weights before it; 0 before
     * the first step.
     */
    public float loss(int network) {
        return read(Training.LAST_LOSS)[network];
    }

    /**
     * The number, from 1 on, of the step in which the loss of a network was not finite; 0 if that has not happened. What spoils
     * the weights in the last step is told by the next.
     */
    public int divergedAt(int network) {
        return (int) read(Training.DIVERGED_AT)[network];
    }

    /** The number, from 1 on, of the step in which the loss of a network was below the bound; 0 if that has not happened. */
    public int stoppedAt(int network) {
        return (int) read(Training.STOPPED_AT)[network];
    }

    /** All weights of all networks as they are now, a copy: what a graph of the architecture reads. */
    public Weights.Given weights() {
        Map<String, MemorySegment> values = new HashMap<>();
        for (Tensor.Weight weight : weights) {
            values.put(weight.name(), MemorySegment.ofArray(values(weight, started())));
        }
        return new Weights.Given(values);
    }

    private float[] values(Tensor.Weight weight, Start from) {
        if (Training.isTrained(weight)) {
            return states.read(weight.name()).clone();
        }
        float[] drawn = new float[Math.toIntExact(weight.shape().size() * from.networks())];
        draw(weight, from, drawn);
        return drawn;
    }

    /** A checkpoint: the number of steps and every state. */
    public byte[] save() {
        return new Checkpoint(identity(), step, contents()).bytes();
    }

    /**
     * Goes on from a checkpoint of the same training with the same start: {@link #start} is called before.
     *
     * @throws IllegalArgumentException if the bytes are no checkpoint, are damaged, or belong to another training
     */
    public void restore(byte[] checkpoint) {
        Map<String, float[]> contents = contents();
        int saved = Checkpoint.read(checkpoint, identity(), contents);
        contents.keySet().forEach(states::write);
        if (training.batch() > 0) {
            int used = saved % (orderLength / training.batch());
            step = saved - used;
            writeOrders();
            writeCursors(used * training.batch());
        }
        step = saved;
    }

    /** All states but those that follow from the seeds. */
    private Map<String, float[]> contents() {
        Map<String, float[]> contents = new LinkedHashMap<>();
        for (Tensor.State state : states.states()) {
            if (!state.name().equals(Training.ORDER) && !state.name().equals(Training.CURSOR)) {
                contents.put(state.name(), read(state.name()));
            }
        }
        return contents;
    }

    /** Everything that the numbers of a training depend on, as text. */
    private String identity() {
        Start from = started();
        return String.join(
                " ",
                Listing.of(graph).toString(),
                training.optimiser().toString(),
                initialisation.toString(),
                Long.toString(from.studySeed()),
                Arrays.toString(from.seeds()),
                Arrays.toString(from.magnitudes()),
                scalars(from),
                Arrays.toString(from.learningRates()),
                Arrays.toString(from.weightDecays()),
                Integer.toString(Arrays.deepHashCode(from.rows())),
                Integer.toString(Arrays.hashCode(table.inputs())),
                Integer.toString(Arrays.hashCode(table.labels())));
    }

    private static String scalars(Start from) {
        Map<String, String> numbers = new TreeMap<>();
        from.scalars().forEach((name, values) -> numbers.put(name, Arrays.toString(values)));
        return numbers.toString();
    }

    private float[] read(String state) {
        started();
        return states.read(state);
    }

    private Start started() {
        if (start == null) {
            throw new IllegalStateException("this trainer has not been started: call start first");
        }
        return start;
    }

    /** Frees the program; closing twice is fine. */
    @Override
    public void close() {
        session.close();
        program.close();
    }
}
