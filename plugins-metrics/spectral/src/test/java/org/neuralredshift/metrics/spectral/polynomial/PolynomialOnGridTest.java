package org.neuralredshift.metrics.spectral.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

/** The metrics with {@code nodes=grid}. */
class PolynomialOnGridTest {
    private static Metric metric(Basis basis) {
        return switch (basis) {
            case CHEBYSHEV -> new ChebyshevMetric();
            case LEGENDRE -> new LegendreMetric();
            case HERMITE -> new HermiteMetric();
        };
    }

    private static Parameters parameters(Basis basis, String nodes, Map<String, ?> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.put("nodes", nodes);
        return metric(basis).parameters().resolve(all);
    }

    private static SampleSpec sampling(Basis basis, String nodes, int size) {
        return metric(basis).sampling(Grid.uniform(size, 2), parameters(basis, nodes, Map.of()));
    }

    /** A function on the square, where the metric wants it. */
    private static Samples sampled(SampleSpec spec, DoubleBinaryOperator f) {
        Samples samples = new Samples(spec);
        float[] points = spec.coordinates();
        for (int at = 0; at < spec.points(); at++) {
            samples.values()[at] = (float) f.applyAsDouble(points[2 * at], points[2 * at + 1]);
        }
        return samples;
    }

    private static Measurement measure(Basis basis, Map<String, ?> others, Samples f) {
        Measurement out = new Measurement();
        String nodes = ((Grid) f.spec()).isUniform() ? "grid" : "own";
        metric(basis).prepare(f.spec(), parameters(basis, nodes, others)).measure(f, out);
        return out;
    }

    private static Samples noise(Basis basis, int size, long seed) {
        RandomStream stream = new RandomStream().reset(20262, seed, 0, 0);
        return sampled(sampling(basis, "grid", size), (x1, x2) -> stream.nextNormal());
    }

    private static double reach(Basis basis, int size) {
        double[] nodes = new SlowPolynomials(basis, size).nodes;
        return basis == Basis.HERMITE ? nodes[size - 1] : 1;
    }

    static Stream<Arguments> variants() {
        return PolynomialMetricTest.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void agreesWithTheLeastSquaresFitOfAllProducts(Basis basis, String order, String spectrum) {
        int size = 13;
        int highest = 6;
        Samples f = noise(basis, size, 3);
        double[][] slow = new SlowFit(basis, size, reach(basis, size)).coefficients(f.values(), highest);
        Measurement out =
                measure(basis, Map.of("orders", highest, "order", order, "spectrum", spectrum, "scale", "none"), f);
        double moment = 0;
        double total = 0;
        for (int k = 1; k <= highest; k++) {
            double sum = 0;
            int terms = 0;
            for (int i = 0; i <= highest; i++) {
                for (int j = 0; j <= highest; j++) {
                    if ((order.equals("sum") ? i + j : Math.max(i, j)) == k) {
                        sum += spectrum.equals("power") ? slow[i][j] * slow[i][j] : Math.abs(slow[i][j]);
                        terms++;
                    }
                }
            }
            assertEquals(sum / terms, out.spectrum()[k - 1], 1e-6, "order " + k);
            moment += k * sum / terms;
            total += sum / terms;
        }
        assertEquals(highest, out.spectrum().length);
        assertEquals(moment / total, out.raw(), 1e-5);
        assertEquals(moment / total, out.value(), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "CHEBYSHEV, 3, 5, 5, 8", "CHEBYSHEV, 20, 0, 20, 20", "CHEBYSHEV, 0, 1, 1, 1", "LEGENDRE, 3, 5, 5, 8",
        "LEGENDRE, 20, 0, 20, 20", "LEGENDRE, 1, 0, 1, 1", "HERMITE, 3, 5, 5, 8", "HERMITE, 8, 4, 8, 12",
        "HERMITE, 0, 1, 1, 1"
    })
    void oneBasisFunctionHasExactlyItsOrder(Basis basis, int i, int j, int larger, int sum) {
        SlowPolynomials slow = new SlowPolynomials(basis, 1);
        double reach = reach(basis, 64);
        Samples f = new Samples(sampling(basis, "grid", 64));
        for (int at = 0; at < 64 * 64; at++) {
            double x1 = reach * (2.0 * (at % 64) / 63 - 1);
            double x2 = reach * (2.0 * (at / 64) / 63 - 1);
            f.values()[at] = (float) (slow.orthonormal(i, x1) * slow.orthonormal(j, x2));
        }
        Measurement byMaximum = measure(basis, Map.of("spectrum", "power"), f);
        assertEquals(larger, byMaximum.raw(), 1e-6);
        assertEquals(1.0 / (2 * larger + 1), byMaximum.spectrum()[larger - 1], 1e-5);
        Measurement bySum = measure(basis, Map.of("spectrum", "power", "order", "sum"), f);
        assertEquals(sum, bySum.raw(), 1e-6);
        assertEquals(1.0 / (sum + 1), bySum.spectrum()[sum - 1], 1e-5);
        assertEquals(larger, measure(basis, Map.of(), f).raw(), 0.002);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void smoothFunctionsHaveTheOrderThatOwnNodesFind(Basis basis) {
        DoubleBinaryOperator[] smooth = {
            (x1, x2) -> Math.sin(2 * x1 + 1) * Math.cos(3 * x2),
            (x1, x2) -> Math.tanh(2 * x1 - x2 + 0.3),
            (x1, x2) -> Math.exp(x1 * x2) + x2
        };
        Map<String, Object> raw = Map.of("orders", 12, "scale", "none");
        for (DoubleBinaryOperator f : smooth) {
            double own =
                    measure(basis, raw, sampled(sampling(basis, "own", 64), f)).value();
            double grid =
                    measure(basis, raw, sampled(sampling(basis, "grid", 64), f)).value();
            assertEquals(own, grid, 0.01 * own);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whiteNoiseMeasuresOne(Basis basis, String order, String spectrum) {
        int draws = 200;
        Samples f = noise(basis, 64, 0);
        Probe probe = metric(basis)
                .prepare(f.spec(), parameters(basis, "grid", Map.of("order", order, "spectrum", spectrum)));
        Measurement out = new Measurement();
        double sum = 0;
        for (int seed = 0; seed < draws; seed++) {
            probe.measure(noise(basis, 64, seed), out);
            sum += out.value() / draws;
        }
        // The bias of the quotient, from 4,000 draws of another program; one draw of the power scatters by 0.06, 0.11
        // and
        // 0.22.
        double bias = switch (basis) {
            case LEGENDRE -> 0.005;
            case CHEBYSHEV -> 0.014;
            case HERMITE -> 0.04;
        };
        boolean power = spectrum.equals("power");
        assertEquals(power ? 1 + bias : 1, sum, power && basis == Basis.HERMITE ? 0.04 : 0.02);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void offsetAndScaleDoNotMatter(Basis basis) {
        SampleSpec grid = sampling(basis, "grid", 32);
        DoubleBinaryOperator f = (x1, x2) -> Math.sin(9 * x1 + 1) * Math.cos(7 * x2);
        double expected = measure(basis, Map.of(), sampled(grid, f)).value();
        for (double factor : new double[] {1, -3, 1e-30, 1e30}) {
            Samples other = sampled(grid, (x1, x2) -> factor * (f.applyAsDouble(x1, x2) + 8));
            assertEquals(expected, measure(basis, Map.of(), other).value(), 1e-3 * expected, "times " + factor);
        }
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void takesTheGridAndRefusesOtherNodes(Basis basis) {
        Grid grid = Grid.uniform(16, 2);
        assertEquals(grid, sampling(basis, "grid", 16));
        Grid own = (Grid) sampling(basis, "own", 16);
        Parameters onGrid = parameters(basis, "grid", Map.of());
        assertThrows(InvalidParameterException.class, () -> metric(basis).prepare(own, onGrid));
        Parameters onOwn = parameters(basis, "own", Map.of());
        String message = assertThrows(
                        InvalidParameterException.class, () -> metric(basis).prepare(grid, onOwn))
                .getMessage();
        assertTrue(message.contains("with nodes=grid"), message);
        Parameters many = parameters(basis, "grid", Map.of("orders", 16));
        message = assertThrows(
                        InvalidParameterException.class, () -> metric(basis).sampling(grid, many))
                .getMessage();
        assertTrue(message.startsWith("orders is 16, but must be at most"), message);
    }

    @Test
    void whatVariesAboveTheHighestOrderIsNoResult() {
        Samples f = sampled(sampling(Basis.LEGENDRE, "grid", 16), (x1, x2) -> x1 * x2);
        Measurement out = measure(Basis.LEGENDRE, Map.of("orders", 1, "order", "sum"), f);
        assertEquals(Status.ROUNDING_NOISE, out.status());
        assertEquals("all that varies is above order 1", out.reason().orElseThrow());
    }

    @Test
    void whatVariesOnlyWhereHermiteHasNoWeightIsNoResult() {
        Samples f = sampled(sampling(Basis.HERMITE, "grid", 64), (x1, x2) -> 1 + (x1 > 0.8 ? x2 : 0));
        assertEquals(Status.ROUNDING_NOISE, measure(Basis.HERMITE, Map.of(), f).status());
    }
}
