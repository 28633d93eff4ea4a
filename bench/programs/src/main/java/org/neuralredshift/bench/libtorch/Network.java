package org.neuralredshift.bench.libtorch;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A batch of networks in buffers that are used again and again. Units are rows and points columns; every input of a layer ends
 * with a row of ones, which the biases, the last column of the weights, multiply: one product per layer is all, and what it
 * writes is at once the input of the next. A batch of one needs no batched product, and its activations are done in place; where
 * asked for, it goes through all layers with one tile of the points after the other.
 */
final class Network {
    private static final int INPUTS = 2;
    private static final double EPSILON = 1e-5;

    private final Configuration configuration;
    private final GeneratorOptional generator;
    private final Tensor[] weights;
    private final double[] limits;
    private final Tensor[] points;
    private final Tensor[] results;
    private final Tensor[] arguments = new Tensor[2];
    private final Tensor[] values = new Tensor[2];
    private final Tensor[] inputs = new Tensor[2];
    private final Tensor image;
    private final Normalisation normalisation;

    Network(Configuration configuration, long seed) {
        this.configuration = configuration;
        int depth = configuration.depth();
        int width = configuration.width();
        int columns = configuration.tile();
        generator = new GeneratorOptional(new Generator(torch.make_generator_cpu(seed)));
        weights = new Tensor[depth + 1];
        limits = new double[depth + 1];
        for (int layer = 0; layer <= depth; layer++) {
            int in = layer == 0 ? INPUTS : width;
            int out = layer == depth ? 1 : width;
            weights[layer] = torch.empty(shape(out, in + 1));
            limits[layer] = configuration.magnitude() * Math.sqrt(6.0 / (in + out));
        }
        for (int i = 0; i < 2; i++) {
            inputs[i] = torch.ones(shape(width + 1, columns));
            values[i] = inputs[i].narrow(batched() ? 1 : 0, 0, width);
            arguments[i] = batched() ? torch.empty(shape(width, columns)) : values[i];
        }
        image = torch.empty(shape(1, configuration.points()));
        Tensor grid = points(configuration.grid());
        points = new Tensor[configuration.tiles()];
        results = new Tensor[configuration.tiles()];
        for (int i = 0; i < points.length; i++) {
            points[i] = configuration.tiles() == 1 ? grid : grid.narrow(1, (long) i * columns, columns);
            results[i] = configuration.tiles() == 1 ? image : image.narrow(1, (long) i * columns, columns);
        }
        normalisation = configuration.normalised() ? new Normalisation(width, columns) : null;
    }

    /** Draws fresh weights and biases, uniform with Glorot's limits. */
    void draw() {
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer].uniform_(-limits[layer], limits[layer], generator);
        }
    }

    /** Evaluates the networks: [batch, points], overwritten by the next. */
    Tensor evaluate() {
        if (normalisation != null) {
            for (int layer = 0; layer < configuration.depth(); layer++) {
                normalisation.centre(weights[layer]);
            }
        }
        for (int i = 0; i < points.length; i++) {
            evaluate(points[i], results[i]);
        }
        return image;
    }

    private void evaluate(Tensor tile, Tensor result) {
        Tensor input = tile;
        for (int layer = 0; layer < configuration.depth(); layer++) {
            int side = layer % 2;
            product(arguments[side], weights[layer], input);
            if (normalisation != null) {
                normalisation.scale(arguments[side]);
            }
            configuration.activation().apply(arguments[side], values[side]);
            input = inputs[side];
        }
        product(result, weights[configuration.depth()], input);
    }

    /** The weights of a layer with its biases as last column: [batch, out, in + 1]. */
    Tensor weights(int layer) {
        return weights[layer];
    }

    private boolean batched() {
        return configuration.batch() > 1;
    }

    private long[] shape(long rows, long columns) {
        return batched() ? new long[] {configuration.batch(), rows, columns} : new long[] {rows, columns};
    }

    private void product(Tensor result, Tensor left, Tensor right) {
        if (batched()) {
            torch.bmm_out(result, left, right);
        } else {
            torch.mm_out(result, left, right);
        }
    }

    private Tensor points(int grid) {
        int columns = grid * grid;
        float[] rows = new float[(INPUTS + 1) * columns];
        for (int i = 0; i < columns; i++) {
            rows[i] = coordinate(i % grid, grid);
            rows[columns + i] = coordinate(i / grid, grid);
            rows[2 * columns + i] = 1;
        }
        Tensor tensor = torch.empty(new long[] {INPUTS + 1, columns});
        tensor.data_ptr_float().put(rows);
        return batched() ? tensor.unsqueeze(0).expand(shape(INPUTS + 1, columns)) : tensor;
    }

    static float coordinate(int index, int grid) {
        return -1 + 2f * index / (grid - 1);
    }

    /** Layer normalisation over the units: the mean goes out of the weights, the scale is taken from a product with ones. */
    private final class Normalisation {
        private final Tensor squares;
        private final Tensor mean;
        private final Tensor scale;
        private final Scalar epsilon = new Scalar(EPSILON);
        private final ScalarTypeOptional sameType = new ScalarTypeOptional();

        Normalisation(int width, int columns) {
            squares = torch.empty(shape(width, columns));
            scale = torch.empty(shape(1, columns));
            mean = torch.ones(shape(1, width));
            mean.mul_(new Scalar(1.0 / width));
        }

        void centre(Tensor layer) {
            layer.sub_(layer.mean(new long[] {batched() ? 1 : 0}, true, sameType));
        }

        void scale(Tensor argument) {
            torch.mul_out(squares, argument, argument);
            product(scale, mean, squares);
            scale.add_(epsilon);
            scale.rsqrt_();
            argument.mul_(scale);
        }
    }
}
