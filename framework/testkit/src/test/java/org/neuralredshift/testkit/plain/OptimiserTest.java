package org.neuralredshift.testkit.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Schedule;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Table;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;

/**
 * Every optimiser against its algorithm as PyTorch documents it, worked here in plain doubles for f(x) = w x + b and the squared
 * error on two points, whose gradient is done by hand.
 */
class OptimiserTest {
    private static final double[] X = {1, -2};
    private static final double[] Y = {0.5, 3};
    private static final double W = 0.75;
    private static final double B = -0.25;

    /** d/dw and d/db of ((w x0 + b - y0)^2 + (w x1 + b - y1)^2) / 2. */
    private static double[] gradient(double[] p) {
        double first = p[0] * X[0] + p[1] - Y[0];
        double second = p[0] * X[1] + p[1] - Y[1];
        return new double[] {first * X[0] + second * X[1], first + second};
    }

    @Test
    void theGradientIsWorkedRight() {
        // w x + b - y = 0.75 - 0.25 - 0.5 = 0 and -1.5 - 0.25 - 3 = -4.75
        assertArrayEquals(new double[] {9.5, -4.75}, gradient(new double[] {W, B}));
    }

    private interface Follow {
        void step(int t, double rate, double decay, double[] p, double[] g);
    }

    private static void assertFollows(
            Optimiser optimiser, double rate, double decay, Schedule schedule, double[] factors, Follow follow) {
        Part.Layered dense = new Part.Layered(new PlainDense(), Parameters.NONE);
        Architecture line = new Architecture(1, 1, 0, 1, List.of(), List.of(), dense);
        Training training = new Training(line, Loss.SQUARED_ERROR, optimiser, schedule, 0, 0);
        Table table = new Table(1, new float[] {1, -2}, 1, new float[] {0.5f, 3});
        Initialisation none = Programs.GLOROT;
        try (Trainer trainer = new Trainer(new PlainBackend(), training, none, table, 2, 1)) {
            Weights.Given given = Programs.given(
                    Map.of("output.weight", new float[] {(float) W}, "output.bias", new float[] {(float) B}));
            Start start = new Start(
                    1,
                    new long[] {1},
                    new double[] {1},
                    Map.of(),
                    new float[] {(float) rate},
                    new float[] {(float) decay},
                    new int[][] {{0, 1}});
            trainer.start(start, given);
            double[] p = {W, B};
            for (int t = 1; t <= factors.length; t++) {
                follow.step(t, rate * factors[t - 1], decay, p, gradient(p));
                trainer.advance(1);
                assertEquals(p[0], value(trainer, "output.weight"), 2e-6, optimiser + ", weight after step " + t);
                assertEquals(p[1], value(trainer, "output.bias"), 2e-6, optimiser + ", bias after step " + t);
            }
        }
    }

    private static float value(Trainer trainer, String weight) {
        return Programs.floats(trainer.weights().values().get(weight))[0];
    }

    private static final double[] THREE_STEPS = {1, 1, 1};

    @Test
    void gradientDescent() {
        assertFollows(new Optimiser.Sgd(0), 0.1, 0.5, Schedule.CONSTANT, THREE_STEPS, (t, rate, decay, p, g) -> {
            for (int i = 0; i < 2; i++) {
                p[i] -= rate * (g[i] + decay * p[i]);
            }
        });
    }

    @Test
    void aStepOfGradientDescentByHand() {
        // w - 0.1 (9.5 + 0.5 · 0.75) = 0.75 - 0.9875 and b - 0.1 (-4.75 - 0.5 · 0.25) = -0.25 + 0.4875
        assertFollows(new Optimiser.Sgd(0), 0.1, 0.5, Schedule.CONSTANT, new double[] {1}, (t, rate, decay, p, g) -> {
            p[0] = -0.2375;
            p[1] = 0.2375;
        });
    }

    @Test
    void momentum() {
        double[] buffer = new double[2];
        assertFollows(new Optimiser.Sgd(0.9), 0.05, 0.25, Schedule.CONSTANT, THREE_STEPS, (t, rate, decay, p, g) -> {
            for (int i = 0; i < 2; i++) {
                double d = g[i] + decay * p[i];
                buffer[i] = t == 1 ? d : 0.9 * buffer[i] + d;
                p[i] -= rate * buffer[i];
            }
        });
    }

    @Test
    void adam() {
        double[] m = new double[2];
        double[] v = new double[2];
        assertFollows(Optimiser.ADAM, 0.1, 0.5, Schedule.CONSTANT, THREE_STEPS, (t, rate, decay, p, g) -> {
            for (int i = 0; i < 2; i++) {
                adam(t, rate, 0.9, 0.999, 1e-8, p, i, g[i] + decay * p[i], m, v);
            }
        });
    }

    @Test
    void adamWithOtherConstants() {
        double[] m = new double[2];
        double[] v = new double[2];
        assertFollows(
                new Optimiser.Adam(0.5, 0.8, 0.25), 0.1, 0, Schedule.CONSTANT, THREE_STEPS, (t, rate, decay, p, g) -> {
                    for (int i = 0; i < 2; i++) {
                        adam(t, rate, 0.5, 0.8, 0.25, p, i, g[i], m, v);
                    }
                });
    }

    @Test
    void theFirstStepOfAdamIsTheLearningRateInTheDirectionOfTheSign() {
        assertFollows(Optimiser.ADAM, 0.125, 0, Schedule.CONSTANT, new double[] {1}, (t, rate, decay, p, g) -> {
            p[0] = 0.75 - 0.125;
            p[1] = -0.25 + 0.125;
        });
    }

    @Test
    void adamWithDecoupledDecay() {
        double[] m = new double[2];
        double[] v = new double[2];
        assertFollows(Optimiser.ADAMW, 0.1, 0.5, Schedule.CONSTANT, THREE_STEPS, (t, rate, decay, p, g) -> {
            for (int i = 0; i < 2; i++) {
                p[i] *= 1 - rate * decay;
                adam(t, rate, 0.9, 0.999, 1e-8, p, i, g[i], m, v);
            }
        });
    }

    @Test
    void theScheduleMovesTheRateFromStepToStep() {
        Schedule schedule = new Schedule(Schedule.Decay.LINEAR, 2, 6);
        double[] factors = {0.5, 1, 1, 0.75, 0.5, 0.25, 0};
        assertFollows(new Optimiser.Sgd(0), 0.1, 0.5, schedule, factors, (t, rate, decay, p, g) -> {
            for (int i = 0; i < 2; i++) {
                p[i] -= rate * (g[i] + decay * p[i]);
            }
        });
    }

    private static void adam(
            int t,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            double[] p,
            int i,
            double g,
            double[] m,
            double[] v) {
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        double first = m[i] / (1 - Math.pow(beta1, t));
        double second = v[i] / (1 - Math.pow(beta2, t));
        p[i] -= rate * first / (Math.sqrt(second) + epsilon);
    }
}
