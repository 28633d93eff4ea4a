package org.neuralredshift.bench.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All parameters in one stretch of memory, their gradients and moments in others, so that a step of Adam is seven operations
 * whatever the number of parameters. The binding has no fused Adam; this does the same work without an operation per layer.
 */
final class AdamState {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double RATE = 1e-3;
    private static final GeneratorOptional ANY = new GeneratorOptional();

    private final Tensor values;
    private final Tensor gradients;
    private final Tensor first;
    private final Tensor second;
    private final Tensor scratch;
    private final List<Tensor> parameters = new ArrayList<>();
    private final Scalar rest1 = new Scalar(1 - BETA1);
    private final Scalar beta2 = new Scalar(BETA2);
    private final Scalar rest2 = new Scalar(1 - BETA2);
    private final Scalar epsilon = new Scalar(EPSILON);
    private int steps;

    /** Parameters of those shapes, uniform between the limits. */
    AdamState(List<long[]> shapes, List<Double> limits) {
        long size = shapes.stream().mapToLong(AdamState::size).sum();
        values = torch.zeros(size);
        gradients = torch.zeros(size);
        first = torch.zeros(size);
        second = torch.zeros(size);
        scratch = torch.zeros(size);
        long from = 0;
        for (int i = 0; i < shapes.size(); i++) {
            long count = size(shapes.get(i));
            Tensor parameter = values.narrow(0, from, count).view(shapes.get(i)).detach();
            parameter.uniform_(-limits.get(i), limits.get(i), ANY);
            parameter.set_requires_grad(true);
            parameter.mutable_grad().put(gradients.narrow(0, from, count).view(shapes.get(i)));
            parameters.add(parameter);
            from += count;
        }
    }

    private static long size(long[] shape) {
        long size = 1;
        for (long extent : shape) {
            size *= extent;
        }
        return size;
    }

    Tensor parameter(int number) {
        return parameters.get(number);
    }

    void clearGradients() {
        gradients.zero_();
    }

    void step() {
        steps++;
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
        try (Scalar scale = new Scalar(1 / correction2);
                Scalar rate = new Scalar(-RATE / correction1)) {
            first.lerp_(gradients, rest1);
            second.mul_(beta2);
            second.addcmul_(gradients, gradients, rest2);
            torch.sqrt_out(scratch, second);
            scratch.mul_(scale);
            scratch.add_(epsilon);
            values.addcdiv_(first, scratch, rate);
        }
    }
}
