package org.neuralredshift.tasks.functions;

import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;

/** Networks of sigmoids in float64 by the shortest way, with the weights that the task gives them. */
record Sigmoids(int depth, int width, double magnitude, long studySeed) {
    private static final Initialisation INITIALISATION =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.ABSOLUTE, 1, true, false, 3);

    double[] values(Grid grid, long seed) {
        float[] x = grid.coordinates();
        double[] out = new double[grid.points()];
        float[][] weights = new float[2 * depth + 2][];
        for (int layer = 0; layer <= depth; layer++) {
            int inputs = layer == 0 ? 2 : width;
            int units = layer == depth ? 1 : width;
            weights[2 * layer] = draw(2 * layer, Shape.of(units, inputs), Tensor.Role.WEIGHT, seed);
            weights[2 * layer + 1] = draw(2 * layer + 1, Shape.of(units), Tensor.Role.BIAS, seed);
        }
        for (int point = 0; point < out.length; point++) {
            double[] h = {x[2 * point], x[2 * point + 1]};
            for (int layer = 0; layer <= depth; layer++) {
                h = dense(weights[2 * layer], weights[2 * layer + 1], h);
                for (int unit = 0; unit < h.length && layer < depth; unit++) {
                    h[unit] = 1 / (1 + Math.exp(-h[unit]));
                }
            }
            out[point] = h[0];
        }
        return out;
    }

    private float[] draw(int ordinal, Shape shape, Tensor.Role role, long seed) {
        float[] out = new float[(int) shape.size()];
        Tensor.Weight weight = new Tensor.Weight("w" + ordinal, ordinal, shape, 1, 1, role);
        INITIALISATION.draw(weight, studySeed, seed, magnitude, new RandomStream(), out);
        return out;
    }

    private static double[] dense(float[] weights, float[] biases, double[] x) {
        double[] z = new double[biases.length];
        for (int unit = 0; unit < z.length; unit++) {
            z[unit] = biases[unit];
            for (int i = 0; i < x.length; i++) {
                z[unit] += weights[unit * x.length + i] * x[i];
            }
        }
        return z;
    }
}
