package org.neuralredshift.bench.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.neuralredshift.bench.Burst;

/**
 * Trains as a well-tuned PyTorch program does, with libtorch's own reverse mode: one fused product and bias per layer, several
 * networks by batched products on stacked parameters, one-hot inputs as sums of rows, subnormal numbers flushed to zero.
 */
final class TrainingWorker implements Burst.Worker {
    private static final TensorOptions LONG = new TensorOptions(torch.ScalarType.Long);

    private final PointerScope scope = new PointerScope();
    private final AutoGradMode mode;
    private final TrainingConfiguration configuration;
    private final AdamState state;
    private final Tensor inputs;
    private final Tensor labels;
    private final Tensor offsets;
    private double loss;

    TrainingWorker(TrainingConfiguration configuration) {
        torch.set_num_threads(configuration.threads());
        Context.setFlushDenormal(true);
        this.mode = new AutoGradMode(true);
        this.configuration = configuration;
        List<long[]> shapes = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int layer = 0; layer <= configuration.depth(); layer++) {
            int in = layer == 0 ? configuration.features() : configuration.width();
            int out = layer == configuration.depth() ? configuration.modulus() : configuration.width();
            shapes.add(together() ? new long[] {configuration.networks(), in, out} : new long[] {in, out});
            shapes.add(together() ? new long[] {configuration.networks(), 1, out} : new long[] {out});
            limits.add(Math.sqrt(6.0 / (in + out)));
            limits.add(0.1);
        }
        this.state = new AdamState(shapes, limits);
        int p = configuration.modulus();
        Tensor a = torch.arange(new Scalar(p)).repeat_interleave(p);
        Tensor b = torch.arange(new Scalar(p)).repeat(p);
        this.labels = a.add(b).remainder(new Scalar(p));
        this.inputs = configuration.oneHot()
                ? torch.stack(new TensorVector(a, b.add(new Scalar(p))), 1)
                : torch.stack(new TensorVector(a, b), 1)
                        .to(torch.ScalarType.Float)
                        .mul(new Scalar(2.0 / (p - 1)))
                        .sub(new Scalar(1.0));
        // Network i gathers from its own rows of the stacked first layer.
        this.offsets = torch.arange(new Scalar(configuration.networks()))
                .mul(new Scalar(2L * p))
                .view(configuration.networks(), 1, 1);
    }

    private boolean together() {
        return configuration.networks() > 1;
    }

    /** A step of each network. */
    @Override
    public double step() {
        try (PointerScope _ = new PointerScope()) {
            int n = configuration.networks();
            long rows = (long) n * configuration.batch();
            Tensor chosen =
                    torch.randint((long) configuration.modulus() * configuration.modulus(), new long[] {rows}, LONG);
            Tensor x = inputs.index_select(0, chosen);
            Tensor y = labels.index_select(0, chosen);
            state.clearGradients();
            Tensor z = evaluate(x);
            Tensor mean = torch.cross_entropy_loss(z.view(rows, configuration.modulus()), y);
            // The mean over all rows gives each network an n-th of its gradient.
            Tensor total = together() ? mean.mul(new Scalar((double) n)) : mean;
            total.backward();
            loss = mean.item_float();
            state.step();
            return n;
        }
    }

    private Tensor evaluate(Tensor x) {
        Tensor h = configuration.oneHot()
                ? gathered(x)
                : layer(0, together() ? x.view(configuration.networks(), configuration.batch(), 2) : x);
        for (int layer = 1; layer <= configuration.depth(); layer++) {
            h = layer(layer, activated(h));
        }
        return h;
    }

    private Tensor layer(int layer, Tensor h) {
        Tensor weight = state.parameter(2 * layer);
        Tensor bias = state.parameter(2 * layer + 1);
        return together() ? torch.baddbmm(bias, h, weight) : torch.addmm(bias, h, weight);
    }

    private Tensor gathered(Tensor x) {
        int n = configuration.networks();
        Tensor table = state.parameter(0);
        Tensor rows = x;
        if (together()) {
            table = table.view((long) n * configuration.features(), configuration.width());
            rows = x.view(n, configuration.batch(), 2).add(offsets);
        }
        long bags = (long) n * configuration.batch();
        Tensor starts =
                torch.arange(new Scalar(2 * bags)).view(bags, 2).select(1, 0).contiguous();
        Tensor sums = torch.embedding_bag(table, rows.reshape(2 * bags), starts).get0();
        return (together() ? sums.view(n, configuration.batch(), configuration.width()) : sums).add(state.parameter(1));
    }

    private Tensor activated(Tensor h) {
        return switch (configuration.activation()) {
            case "relu" -> h.relu();
            case "tanh" -> h.tanh();
            case "sin" -> h.sin();
            case "gelu" -> torch.gelu(h);
            default ->
                throw new IllegalArgumentException(
                        "no activation " + configuration.activation() + " in training here: relu, tanh, sin, gelu");
        };
    }

    /** Of the last step, the mean over the networks. */
    double loss() {
        return loss;
    }

    @Override
    public void close() {
        mode.close();
        scope.close();
    }
}
