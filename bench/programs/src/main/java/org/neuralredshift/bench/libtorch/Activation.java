package org.neuralredshift.bench.libtorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** An activation, under the name that a request has for it. */
enum Activation {
    RELU("relu") {
        @Override
        void apply(Tensor argument, Tensor value) {
            try (Scalar zero = new Scalar(0.0)) {
                torch.clamp_min_out(value, argument, zero);
            }
        }

        @Override
        double of(double x) {
            return Math.max(0, x);
        }
    },
    TANH("tanh") {
        @Override
        void apply(Tensor argument, Tensor value) {
            torch.tanh_out(value, argument);
        }

        @Override
        double of(double x) {
            return Math.tanh(x);
        }
    },
    SINE("sin") {
        @Override
        void apply(Tensor argument, Tensor value) {
            torch.sin_out(value, argument);
        }

        @Override
        double of(double x) {
            return Math.sin(x);
        }
    },
    GELU("gelu") {
        @Override
        void apply(Tensor argument, Tensor value) {
            inPlace(torch.gelu_(argument), argument, value);
        }

        @Override
        double of(double x) {
            return x * normalDistribution(x);
        }
    },
    SWISH("swish") {
        @Override
        void apply(Tensor argument, Tensor value) {
            torch.silu_out(value, argument);
        }

        @Override
        double of(double x) {
            return x / (1 + Math.exp(-x));
        }
    },
    SELU("selu") {
        @Override
        void apply(Tensor argument, Tensor value) {
            inPlace(torch.selu_(argument), argument, value);
        }

        @Override
        double of(double x) {
            return 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
        }
    },
    /** exp(-x² / 2). */
    GAUSSIAN("gauss") {
        @Override
        void apply(Tensor argument, Tensor value) {
            try (Scalar half = new Scalar(-0.5)) {
                torch.square_out(value, argument);
                value.mul_(half);
                value.exp_();
            }
        }

        @Override
        double of(double x) {
            return Math.exp(-x * x / 2);
        }
    };

    private final String word;

    Activation(String word) {
        this.word = word;
    }

    /** Sets {@code value}, which may be {@code argument} itself; leaves anything in another {@code argument}. */
    abstract void apply(Tensor argument, Tensor value);

    /** The same function in double precision. */
    abstract double of(double x);

    static Activation named(String word) {
        for (Activation activation : values()) {
            if (activation.word.equals(word)) {
                return activation;
            }
        }
        throw new IllegalArgumentException(
                "no activation " + word + " here: relu, tanh, sin, gelu, swish, selu, gauss");
    }

    /** For an operation that has no form with a result of its own, or a wrong one where the result is strided. */
    private static void inPlace(Tensor done, Tensor argument, Tensor value) {
        if (argument != value) {
            value.copy_(done);
        }
    }

    /** The probability that a standard normal number is less: 1/2 + φ(x) (x + x³/3 + x⁵/15 + ...). */
    private static double normalDistribution(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
