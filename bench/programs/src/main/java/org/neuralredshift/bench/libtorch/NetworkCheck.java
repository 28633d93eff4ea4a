package org.neuralredshift.bench.libtorch;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;

/** Compares networks of libtorch with a direct computation in double precision: a wrong peer would be worse than none. */
final class NetworkCheck {
    private static final int DEPTH = 2;
    private static final int WIDTH = 17;
    private static final int GRID = 12;
    private static final double TOLERANCE = 2e-5;
    private static final double EPSILON = 1e-5;

    private NetworkCheck() {}

    /** Checks every activation, one network, one in tiles, and several, with and without normalisation. */
    static void all() {
        for (Activation activation : Activation.values()) {
            for (boolean normalised : new boolean[] {false, true}) {
                networks(activation, normalised, 1, GRID * GRID);
                networks(activation, normalised, 1, GRID * GRID / 4);
                networks(activation, normalised, 3, GRID * GRID);
            }
        }
    }

    private static void networks(Activation activation, boolean normalised, int batch, int tile) {
        networks(new Configuration(activation, DEPTH, WIDTH, GRID, normalised, 2, "", batch, tile, 1, 1));
    }

    private static void networks(Configuration configuration) {
        try (PointerScope _ = new PointerScope();
                InferenceMode _ = new InferenceMode(true)) {
            Network network = new Network(configuration, 1);
            network.draw();
            float[][] weights = new float[DEPTH + 1][];
            Arrays.setAll(weights, layer -> floats(network.weights(layer)));
            float[] images = floats(network.evaluate());
            for (int i = 0; i < images.length; i++) {
                double expected = value(configuration, weights, i / configuration.points(), i % configuration.points());
                if (!(Math.abs(images[i] - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
                    throw new IllegalStateException("libtorch gives " + images[i] + " where " + expected
                            + " is right, at point " + i + " of " + configuration);
                }
            }
        }
    }

    private static double value(Configuration configuration, float[][] weights, int network, int point) {
        double[] input = {
            Network.coordinate(point % GRID, GRID), Network.coordinate(point / GRID, GRID),
        };
        for (int layer = 0; layer < DEPTH; layer++) {
            double[] units = layer(weights[layer], network, input, WIDTH);
            if (configuration.normalised()) {
                normalise(units);
            }
            input = Arrays.stream(units).map(configuration.activation()::of).toArray();
        }
        return layer(weights[DEPTH], network, input, 1)[0];
    }

    private static double[] layer(float[] weights, int network, double[] input, int outputs) {
        double[] units = new double[outputs];
        for (int unit = 0; unit < outputs; unit++) {
            int row = (network * outputs + unit) * (input.length + 1);
            units[unit] = weights[row + input.length];
            for (int i = 0; i < input.length; i++) {
                units[unit] += weights[row + i] * input[i];
            }
        }
        return units;
    }

    private static void normalise(double[] units) {
        double mean = Arrays.stream(units).average().orElseThrow();
        double variance =
                Arrays.stream(units).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        Arrays.setAll(units, i -> (units[i] - mean) / Math.sqrt(variance + EPSILON));
    }

    static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.numel()];
        tensor.data_ptr_float().get(values);
        return values;
    }
}
