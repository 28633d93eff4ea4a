package org.neuralredshift.metrics.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.random.RandomStream;

class DirichletMetricTest {
    private final DirichletMetric dirichlet = new DirichletMetric();

    private static Samples sampled(Grid grid, DoubleBinaryOperator f) {
        Samples samples = new Samples(grid);
        List<Double> x1 = grid.axes().getFirst().nodes();
        List<Double> x2 = grid.axes().getLast().nodes();
        for (int at = 0; at < samples.values().length; at++) {
            samples.values()[at] = (float) f.applyAsDouble(x1.get(at % x1.size()), x2.get(at / x1.size()));
        }
        return samples;
    }

    private Measurement measure(Samples f, Map<String, ?> parameters) {
        Measurement out = new Measurement();
        dirichlet.prepare(f.spec(), dirichlet.parameters().resolve(parameters)).measure(f, out);
        return out;
    }

    @Test
    void aLinearFunctionHasTheSquareOfItsGradient() {
        int n = 17;
        Measurement out = measure(sampled(Grid.uniform(n, 2), (x1, x2) -> 3 * x1 - 2 * x2 + 5), Map.of());
        assertEquals(13, out.raw(), 1e-5);
        // The variance of n equidistant points on [-1, 1] is (n + 1) / (3 (n - 1)).
        assertEquals(3.0 * (n - 1) / (n + 1), out.value(), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aWaveHasHalfTheSquareOfItsDifferenceQuotient(int waves) {
        int n = 33;
        double h = 2.0 / (n - 1);
        double k = Math.PI * waves;
        double quotient = 2 * Math.sin(k * h / 2) / h;
        Samples f = sampled(Grid.uniform(n, 2), (x1, x2) -> Math.sin(k * x2 + 0.3));
        assertEquals(quotient * quotient / 2, measure(f, Map.of()).raw(), 1e-5 * k * k);
    }

    @Test
    void aCheckerboardHasTheLargestEnergyOfAll() {
        int n = 8;
        Samples f = sampled(Grid.uniform(n, 2), (x1, x2) -> Math.round((x1 + x2 + 2) * (n - 1) / 2) % 2);
        double h = 2.0 / (n - 1);
        assertEquals(8 / (h * h), measure(f, Map.of()).value(), 1e-9);
        assertEquals(2 / (h * h), measure(f, Map.of("scale", "none")).value(), 1e-9);
    }

    @Test
    void independentNoiseMeasuresFourOverTheSquareOfTheStep() {
        RandomStream stream = new RandomStream().reset(20263, 0, 0, 0);
        Samples f = sampled(Grid.uniform(300, 2), (x1, x2) -> stream.nextNormal());
        assertEquals(4 * 299 * 299 / 4.0, measure(f, Map.of()).value(), 0.02 * 299 * 299);
    }

    @Test
    void agreesWithPlainLoopsOnUnequalAxes() {
        RandomStream stream = new RandomStream().reset(20263, 1, 0, 0);
        int columns = 5;
        int rows = 7;
        Samples f =
                sampled(new Grid(List.of(Axis.uniform(columns), Axis.uniform(rows))), (x1, x2) -> stream.nextNormal());
        double across = 0;
        double down = 0;
        double mean = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double here = f.values()[row * columns + column];
                mean += here / (rows * columns);
                if (column > 0) {
                    across += Math.pow((here - f.values()[row * columns + column - 1]) * 2, 2) / (rows * (columns - 1));
                }
                if (row > 0) {
                    down += Math.pow((here - f.values()[(row - 1) * columns + column]) * 3, 2) / (columns * (rows - 1));
                }
            }
        }
        double variance = 0;
        for (float value : f.values()) {
            variance += (value - mean) * (value - mean) / (rows * columns);
        }
        assertEquals(across + down, measure(f, Map.of()).raw(), 1e-9);
        assertEquals((across + down) / variance, measure(f, Map.of()).value(), 1e-9);
    }

    @Test
    void offsetAndScaleDoNotMatter() {
        Grid grid = Grid.uniform(16, 2);
        double expected = measure(sampled(grid, (x1, x2) -> Math.sin(2 * x1 + x2)), Map.of())
                .value();
        for (double factor : new double[] {-3, 1e-30, 1e30}) {
            Samples f = sampled(grid, (x1, x2) -> factor * (Math.sin(2 * x1 + x2) + 4));
            assertEquals(expected, measure(f, Map.of()).value(), 1e-5 * expected);
        }
    }

    @Test
    void refusesWhatHasNoEdges() {
        Axis uneven = new Axis("legendre", List.of(-0.5, 0.5));
        for (SampleSpec spec : List.of(
                new PointSet(2, 0, 0, 1, 1),
                Grid.uniform(1, 2),
                Grid.uniform(4, 3),
                new Grid(List.of(uneven, uneven)))) {
            String message = assertThrows(
                            InvalidParameterException.class,
                            () -> dirichlet.prepare(spec, dirichlet.parameters().defaults()))
                    .getMessage();
            assertTrue(message.contains("but must be a uniform grid of two inputs"), message);
        }
        assertThrows(
                InvalidParameterException.class,
                () -> dirichlet.sampling(
                        Grid.uniform(4, 1), dirichlet.parameters().defaults()));
    }
}
