package org.neuralredshift.cli.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.cli.network.SampledNetwork;

/** One thread's networks, which train on for as long as the bench runs. */
final class TrainingWorker implements Worker {
    private static final float LEARNING_RATE = 1e-3f;
    /** Steps of all networks between two looks at the clock. */
    private static final int STEPS = 256;

    private final Trainer trainer;
    private final int networks;

    TrainingWorker(SampledNetwork network, BenchTraining training, int batch, Backend backend, long firstSeed) {
        Table table = training.table();
        this.networks = training.networks();
        this.trainer = new Trainer(
                backend,
                training.training(network.architecture(), batch),
                network.initialisation(),
                table,
                table.rows(),
                networks);
        int[] all = IntStream.range(0, table.rows()).toArray();
        int[][] rows = new int[networks][];
        Arrays.fill(rows, all);
        double[] magnitudes = new double[networks];
        Arrays.fill(magnitudes, network.magnitude());
        float[] rates = new float[networks];
        Arrays.fill(rates, LEARNING_RATE);
        float[] prefactors = new float[networks];
        Arrays.fill(prefactors, (float) network.magnitude());
        long[] seeds = new long[networks];
        Arrays.setAll(seeds, i -> firstSeed + i);
        trainer.start(new Start(
                network.studySeed(),
                seeds,
                magnitudes,
                Map.of(Architecture.PREFACTOR, prefactors),
                rates,
                new float[networks],
                rows));
    }

    /** Takes steps; a step of each of several networks counts as several. */
    @Override
    public long run(long end) {
        int steps = Math.max(1, STEPS / networks);
        long done = 0;
        do {
            trainer.advance(steps);
            done += (long) steps * networks;
        } while (System.nanoTime() < end);
        return done;
    }

    @Override
    public double loss() {
        return trainer.loss(0);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
