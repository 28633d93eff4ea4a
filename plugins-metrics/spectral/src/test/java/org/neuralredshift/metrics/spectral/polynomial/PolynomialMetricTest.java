package org.neuralredshift.metrics.spectral.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.RandomStream;

class PolynomialMetricTest {
    private static final Map<String, Object> RAW = Map.of("scale", "none");

    private static Metric metric(Basis basis) {
        return switch (basis) {
            case CHEBYSHEV -> new ChebyshevMetric();
            case LEGENDRE -> new LegendreMetric();
            case HERMITE -> new HermiteMetric();
        };
    }

    private static SampleSpec nodes(Basis basis, int size) {
        Metric metric = metric(basis);
        return metric.sampling(Grid.uniform(size, 2), metric.parameters().defaults());
    }

    private static Measurement measure(Basis basis, Map<String, ?> parameters, Samples f) {
        Metric metric = metric(basis);
        Measurement out = new Measurement();
        metric.prepare(f.spec(), metric.parameters().resolve(parameters)).measure(f, out);
        return out;
    }

    /** A function of the basis' own arguments, which for Hermite reach beyond 1. */
    private static Samples sampled(Basis basis, int size, DoubleBinaryOperator f) {
        Samples samples = new Samples(nodes(basis, size));
        double[] nodes = Quadrature.of(basis, size).nodes();
        for (int at = 0; at < size * size; at++) {
            samples.values()[at] = (float) f.applyAsDouble(nodes[at % size], nodes[at / size]);
        }
        return samples;
    }

    private static Samples noise(Basis basis, int size, long seed) {
        RandomStream stream = new RandomStream().reset(20262, seed, 0, 0);
        return sampled(basis, size, (x1, x2) -> stream.nextNormal());
    }

    static Stream<Arguments> variants() {
        return Stream.of(Basis.values())
                .flatMap(basis -> Stream.of("max", "sum")
                        .flatMap(order ->
                                Stream.of("amplitude", "power").map(spectrum -> Arguments.of(basis, order, spectrum))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void agreesWithDirectSums(Basis basis, String order, String spectrum) {
        int size = 13;
        int highest = 9;
        Samples f = noise(basis, size, 3);
        SlowPolynomials slow = new SlowPolynomials(basis, size);
        Measurement out =
                measure(basis, Map.of("orders", highest, "order", order, "spectrum", spectrum, "scale", "none"), f);
        double moment = 0;
        double total = 0;
        for (int k = 1; k <= highest; k++) {
            double expected = slow.mean(f.values(), k, order.equals("sum"), spectrum.equals("power"));
            assertEquals(expected, out.spectrum()[k - 1], 1e-6, "order " + k);
            moment += k * expected;
            total += expected;
        }
        assertEquals(highest, out.spectrum().length);
        assertEquals(moment / total, out.raw(), 1e-5);
        assertEquals(moment / total, out.value(), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "CHEBYSHEV, 3, 5, 5, 8", "CHEBYSHEV, 20, 7, 20, 27", "CHEBYSHEV, 0, 1, 1, 1",
        "LEGENDRE, 3, 5, 5, 8", "LEGENDRE, 20, 7, 20, 27", "LEGENDRE, 1, 0, 1, 1",
        "HERMITE, 3, 5, 5, 8", "HERMITE, 8, 4, 8, 12", "HERMITE, 0, 1, 1, 1"
    })
    void oneBasisFunctionHasExactlyItsOrder(Basis basis, int i, int j, int larger, int sum) {
        SlowPolynomials slow = new SlowPolynomials(basis, 1);
        Samples f = sampled(basis, 64, (x1, x2) -> slow.orthonormal(i, x1) * slow.orthonormal(j, x2));
        Measurement byMaximum = measure(basis, Map.of("spectrum", "power"), f);
        assertEquals(larger, byMaximum.raw(), 1e-6);
        assertEquals(1.0 / (2 * larger + 1), byMaximum.spectrum()[larger - 1], 1e-5);
        Measurement bySum = measure(basis, Map.of("spectrum", "power", "order", "sum"), f);
        assertEquals(sum, bySum.raw(), 1e-6);
        assertEquals(1.0 / (sum + 1), bySum.spectrum()[sum - 1], 1e-5);
        // The amplitudes of rounding errors add up, their squares do not.
        assertEquals(larger, measure(basis, Map.of(), f).raw(), 0.002);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void offsetAndScaleDoNotMatter(Basis basis) {
        Samples f = sampled(basis, 32, (x1, x2) -> Math.sin(2 * x1 + 1) * Math.cos(3 * x2));
        double expected = measure(basis, Map.of(), f).value();
        for (float factor : new float[] {1, -3, 1e-30f, 1e30f}) {
            Samples other = sampled(basis, 32, (x1, x2) -> 0);
            for (int at = 0; at < f.values().length; at++) {
                other.values()[at] = factor * (f.values()[at] + 8);
            }
            assertEquals(expected, measure(basis, Map.of(), other).value(), 1e-3 * expected, "times " + factor);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whiteNoiseMeasuresOne(Basis basis, String order, String spectrum) {
        int draws = 200;
        Metric metric = metric(basis);
        Samples f = new Samples(nodes(basis, 64));
        Probe probe =
                metric.prepare(f.spec(), metric.parameters().resolve(Map.of("order", order, "spectrum", spectrum)));
        Measurement out = new Measurement();
        RandomStream stream = new RandomStream();
        double sum = 0;
        for (int seed = 0; seed < draws; seed++) {
            stream.reset(20262, seed, 0, 0);
            for (int at = 0; at < f.values().length; at++) {
                f.values()[at] = (float) stream.nextNormal();
            }
            probe.measure(f, out);
            sum += out.value() / draws;
        }
        // Few nodes carry the weight of Hermite's polynomials: one draw scatters by 0.22 for power, else by 0.09 or
        // less.
        double bias = basis == Basis.HERMITE && spectrum.equals("power") ? 0.05 : 0;
        assertEquals(1 + bias, sum, bias == 0 ? 0.02 : 0.04);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void takesFortyOrdersOrHalfTheNodes(Basis basis) {
        assertEquals(40, measure(basis, RAW, noise(basis, 100, 1)).spectrum().length);
        assertEquals(7, measure(basis, RAW, noise(basis, 15, 1)).spectrum().length);
        assertEquals(
                14, measure(basis, Map.of("orders", 14), noise(basis, 15, 1)).spectrum().length);
        assertEquals(1, measure(basis, Map.of("orders", 1), noise(basis, 15, 1)).raw(), 0);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void refusesOrdersThatTheNodesDoNotCarry(Basis basis) {
        Metric metric = metric(basis);
        Parameters many = metric.parameters().resolve(Map.of("orders", 16));
        String message = assertThrows(InvalidParameterException.class, () -> metric.sampling(Grid.uniform(16, 2), many))
                .getMessage();
        assertTrue(message.startsWith("orders is 16, but must be below 16"), message);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void asksForItsOwnNodesAndRefusesOthers(Basis basis) {
        Metric metric = metric(basis);
        Parameters defaults = metric.parameters().defaults();
        Grid own = (Grid) nodes(basis, 8);
        assertEquals(basis.id(), own.axes().getFirst().kind());
        assertEquals(own, nodes(basis, 8));
        assertTrue(own.axes().getFirst().nodes().getLast() <= 1);
        assertEquals(basis == Basis.HERMITE, own.axes().getFirst().nodes().getLast() == 1);
        for (Grid other : List.of(Grid.uniform(8, 2), Grid.uniform(3, 2), Grid.uniform(8, 1))) {
            String message = assertThrows(InvalidParameterException.class, () -> metric.prepare(other, defaults))
                    .getMessage();
            assertTrue(message.contains("the nodes of " + basis.id()), message);
        }
        assertThrows(InvalidParameterException.class, () -> metric.sampling(Grid.uniform(8, 1), defaults));
    }

    @Test
    void whatVariesAboveTheHighestOrderIsNoResult() {
        Samples f = sampled(Basis.CHEBYSHEV, 64, (x1, x2) -> Math.cos(50 * Math.acos(x1)));
        Measurement out = measure(Basis.CHEBYSHEV, Map.of(), f);
        assertEquals(Status.ROUNDING_NOISE, out.status());
        assertEquals("all that varies is above order 32", out.reason().orElseThrow());
        assertEquals(50, measure(Basis.CHEBYSHEV, Map.of("orders", 63), f).raw(), 0.01);
        Samples product = sampled(Basis.LEGENDRE, 16, (x1, x2) -> (3 * x1 * x1 - 1) * (3 * x2 * x2 - 1));
        assertEquals(
                Status.ROUNDING_NOISE,
                measure(Basis.LEGENDRE, Map.of("orders", 3, "order", "sum"), product)
                        .status());
    }

    @Test
    void whatVariesOnlyWhereHermiteHasNoWeightIsNoResult() {
        Samples f = sampled(Basis.HERMITE, 64, (x1, x2) -> 1 + (x1 > 8 ? x2 : 0));
        assertEquals(Status.ROUNDING_NOISE, measure(Basis.HERMITE, Map.of(), f).status());
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void noDefaultIsClaimedForThePaper(Basis basis) {
        metric(basis).parameters().parameters().forEach(p -> assertEquals(Origin.ASSUMED, p.origin(), p.name()));
        assertTrue(metric(basis).description().formula().contains("n per axis for a grid of n x n"));
    }
}
