package org.neuralredshift.testkit.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/** A small thing to learn: whether two numbers have the same sign. No linear function tells. */
public final class Lessons {
    /** Rows of the table. */
    public static final int ROWS = 13;

    private static final int WIDTH = 5;

    private Lessons() {}

    private static Table table(Loss loss) {
        float[] inputs = new float[2 * ROWS];
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            inputs[2 * row] = row % 4 / 1.5f - 1;
            inputs[2 * row + 1] = row / 4 / 1.5f - 1;
            boolean isOne = inputs[2 * row] * inputs[2 * row + 1] > 0;
            labels[row] = loss == Loss.SQUARED_ERROR ? inputs[2 * row] : isOne ? 1 : 0;
        }
        return new Table(2, inputs, 1, labels);
    }

    /** Two hidden layers with prefactors. */
    public static Training training(
            Activation activation, Loss loss, Optimiser optimiser, int batch, double stopBelow) {
        Part.Layered dense = new Part.Layered(new PlainDense(), Parameters.NONE);
        Part activated = new Part.Activated(activation, new Arguments(Map.of()), true);
        int outputs = loss == Loss.CROSS_ENTROPY ? 2 : 1;
        Architecture network = new Architecture(2, outputs, 2, WIDTH, List.of(), List.of(dense, activated), dense);
        Schedule schedule = new Schedule(Schedule.Decay.COSINE, 5, 200);
        return new Training(network, loss, optimiser, schedule, batch, stopBelow);
    }

    /** Networks that differ in everything that a program leaves open. */
    public static Start start(double rate, long... seeds) {
        int count = seeds.length;
        double[] magnitudes =
                Arrays.stream(seeds).mapToDouble(seed -> 1 + 0.125 * seed).toArray();
        float[] prefactors = new float[count];
        float[] rates = new float[count];
        float[] decays = new float[count];
        int[][] rows = new int[count][];
        for (int network = 0; network < count; network++) {
            int first = Math.toIntExact(seeds[network]);
            prefactors[network] = 1 + 0.25f * first;
            rates[network] = (float) rate / first;
            decays[network] = 0.01f * first;
            rows[network] =
                    IntStream.range(0, ROWS).map(row -> (row + first) % ROWS).toArray();
        }
        Map<String, float[]> scalars = Map.of(Architecture.PREFACTOR, prefactors);
        return new Start(5, seeds, magnitudes, scalars, rates, decays, rows);
    }

    /** What trains so many of them on a backend. */
    public static Trainer trainer(Backend backend, Training training, int networks) {
        return new Trainer(backend, training, Programs.GLOROT, table(training.loss()), ROWS, networks);
    }

    /** The weights of one network, by name. */
    public static Map<String, List<Float>> weights(Trainer trainer, int network, int networks) {
        Map<String, List<Float>> weights = new TreeMap<>();
        trainer.weights().values().forEach((name, memory) -> {
            float[] all = Programs.floats(memory);
            int size = all.length / networks;
            weights.put(
                    name,
                    IntStream.range(network * size, (network + 1) * size)
                            .mapToObj(i -> all[i])
                            .toList());
        });
        return weights;
    }
}
