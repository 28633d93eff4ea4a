package org.neuralredshift.metrics.spectral;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.random.RandomStream;

/** Functions to measure, and measuring them. */
final class Functions {
    private Functions() {}

    /** f(x1, x2) on the uniform grid of n × n points on [-1, 1]². */
    static Samples sampled(int n, DoubleBinaryOperator f) {
        Samples samples = new Samples(Grid.uniform(n, 2));
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double x1 = -1 + 2.0 * column / (n - 1);
                double x2 = -1 + 2.0 * row / (n - 1);
                samples.values()[row * n + column] = (float) f.applyAsDouble(x1, x2);
            }
        }
        return samples;
    }

    /** cos(2π(a·row + b·column)/n + phase). */
    static Samples wave(int n, int a, int b, double phase) {
        Samples samples = new Samples(Grid.uniform(n, 2));
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                samples.values()[row * n + column] =
                        (float) StrictMath.cos(2 * Math.PI * (a * row + b * column) / n + phase);
            }
        }
        return samples;
    }

    /** Independent standard normal samples. */
    static Samples noise(int n, long seed) {
        Samples samples = new Samples(Grid.uniform(n, 2));
        RandomStream stream = new RandomStream().reset(20261, seed, 0, 0);
        for (int i = 0; i < n * n; i++) {
            samples.values()[i] = (float) stream.nextNormal();
        }
        return samples;
    }

    /** offset + factor·f. */
    static Samples scaled(Samples f, float factor, float offset) {
        Samples samples = new Samples(f.spec());
        for (int i = 0; i < f.values().length; i++) {
            samples.values()[i] = offset + factor * f.values()[i];
        }
        return samples;
    }

    static Measurement measure(Metric metric, Map<String, ?> parameters, Samples function) {
        Measurement out = new Measurement();
        metric.prepare(function.spec(), metric.parameters().resolve(parameters)).measure(function, out);
        return out;
    }
}
