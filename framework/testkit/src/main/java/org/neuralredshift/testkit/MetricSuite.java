package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Memory;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.metric.Measurement;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.plain.Agreement;
import org.neuralredshift.testkit.plain.PlainBackend;
import org.neuralredshift.testkit.plain.Shapes;
import org.neuralredshift.testkit.plain.Specimen;

/**
 * What a metric must be: a number in its range for every function that has a shape, the same whatever was measured before,
 * blind to what it declares not to matter, at any resolution, and larger for noise than for a smooth wave.
 *
 * <pre>{@code
 * class RoughnessTest extends MetricSuite {
 *     protected List<Metric> extensions() {
 *         return List.of(new Roughness());
 *     }
 * }
 * }</pre>
 */
@Api(STABLE)
public abstract class MetricSuite extends ExtensionSuite<Metric> {
    private static final int[] SIZES = {5, 8, 15, 16, 33, 64};
    /** A grid of this many points per axis must be lawful, and tell noise from a wave. */
    private static final int USUAL_SIZE = 64;
    /** Points per axis of what is measured by graphs under every setting; with defaults, backends take the usual size, too. */
    private static final int SMALL_SIZE = 9;

    /** The same on an interpreter, which is slow: odd and even. */
    private static final int[] INTERPRETED_SIZES = {6, SMALL_SIZE};

    /** Functions that are measured at once while the JVM warms up, and how often. */
    private static final int ROUND = 50;

    private static final int WARMING_ROUNDS = 200;

    /** For test classes. */
    protected MetricSuite() {}

    /** Where values lie; not below 0 unless overridden. */
    protected Range range(Metric metric, Parameters parameters) {
        return Range.NOT_NEGATIVE;
    }

    /** What does not matter to the value; scale and offset unless overridden. */
    protected Set<Invariance> invariances(Metric metric, Parameters parameters) {
        return Set.of(Invariance.SCALE, Invariance.OFFSET);
    }

    /** The number of inputs of the functions that it measures. */
    protected int dimension(Metric metric) {
        return 2;
    }

    /** Backends on which graphs must give the same, beside an interpreter; those that the test path offers, unless overridden. */
    protected List<Backend> backends() {
        return Backends.onTheTestPath();
    }

    private interface Check {
        void of(Metric metric, Parameters parameters);
    }

    private Stream<DynamicTest> eachVariant(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Metric metric : extensions()) {
            for (Parameters variant : variants(metric)) {
                tests.add(DynamicTest.dynamicTest(name(metric, variant), () -> check.of(metric, variant)));
            }
        }
        return tests.stream();
    }

    private Grid grid(Metric metric, int size) {
        return Grid.uniform(size, dimension(metric));
    }

    private SampleSpec usual(Metric metric, Parameters parameters) {
        return metric.sampling(grid(metric, USUAL_SIZE), parameters);
    }

    /** From 5 to 64 points per axis: each is measured, in range, or refused with the parameter that should change. */
    @TestFactory
    public Stream<DynamicTest> measuresEveryResolutionThatItDoesNotRefuse() {
        return eachVariant((metric, parameters) -> {
            int measured = 0;
            for (int size : SIZES) {
                Optional<SampleSpec> spec = sampling(metric, parameters, size);
                if (spec.isPresent()) {
                    measured += measureAll(metric, parameters, spec.get());
                }
            }
            assertTrue(measured > 0, "no function could be measured at any resolution");
        });
    }

    /** How many of the shapes were measured with a value. */
    private int measureAll(Metric metric, Parameters parameters, SampleSpec spec) {
        int measured = 0;
        Probe probe = metric.prepare(spec, parameters);
        for (Shapes shape : Shapes.values()) {
            String where = shape + " at " + spec.points() + " points";
            Measurement out = Specimen.measure(probe, spec, shape.sampled(spec), where);
            assertLawful(out, range(metric, parameters), where);
            measured += out.status() == Status.OK ? 1 : 0;
        }
        return measured;
    }

    /** Empty if the grid is refused. */
    private Optional<SampleSpec> sampling(Metric metric, Parameters parameters, int size) {
        try {
            SampleSpec spec = metric.sampling(grid(metric, size), parameters);
            assertEquals(
                    spec, metric.sampling(grid(metric, size), parameters), "the sampling changes from call to call");
            return Optional.of(spec);
        } catch (InvalidParameterException e) {
            assertTrue(
                    size != USUAL_SIZE, () -> "a grid of " + size + " points per axis is refused: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void assertLawful(Measurement out, Range range, String where) {
        if (out.status() != Status.OK) {
            assertTrue(out.reason().isPresent(), () -> where + " has the status " + out.status() + " without a reason");
            return;
        }
        assertTrue(
                Double.isFinite(out.value()),
                () -> where + " has the value " + out.value() + " and the status ok: call out.value(...), or"
                        + " out.status(...) with the reason");
        assertTrue(range.contains(out.value()), () -> where + " has the value " + out.value() + ", beyond " + range);
        for (double amplitude : out.spectrum()) {
            assertTrue(amplitude >= 0 && Double.isFinite(amplitude), () -> where + " has an amplitude of " + amplitude);
        }
    }

    /** Noise is more complex than a smooth wave. */
    @TestFactory
    public Stream<DynamicTest> tellsNoiseFromAWave() {
        return eachVariant((metric, parameters) -> {
            SampleSpec spec = usual(metric, parameters);
            Probe probe = metric.prepare(spec, parameters);
            double wave = Specimen.measure(probe, spec, Shapes.WAVE.sampled(spec), "a wave")
                    .value();
            double noise = Specimen.measure(probe, spec, Shapes.NOISE.sampled(spec), "noise")
                    .value();
            assertTrue(noise > wave, () -> "noise has the value " + noise + ", and a smooth wave " + wave);
        });
    }

    /** What is declared not to matter does not; the samples are changed without rounding. */
    @TestFactory
    public Stream<DynamicTest> isBlindToWhatItDeclares() {
        return eachVariant((metric, parameters) -> {
            SampleSpec spec = usual(metric, parameters);
            Probe probe = metric.prepare(spec, parameters);
            for (Shapes shape : Shapes.values()) {
                float[] values = shape.sampled(spec);
                Measurement plain = Specimen.measure(probe, spec, values, shape.name());
                for (Invariance invariance : invariances(metric, parameters)) {
                    double error = invariance == Invariance.SCALE ? 1e-6 : 1e-3;
                    for (float[] changed : changed(values, invariance)) {
                        Measurement other = Specimen.measure(probe, spec, changed, shape + " of another " + invariance);
                        assertEquals(plain.status(), other.status(), () -> shape + " of another " + invariance);
                        assertEquals(
                                plain.value(),
                                other.value(),
                                plain.status() == Status.OK ? error * Math.abs(plain.value()) : 0,
                                () -> shape + ": the value depends on the " + invariance
                                        + "; if it should, override invariances()");
                    }
                }
            }
        });
    }

    private static List<float[]> changed(float[] values, Invariance invariance) {
        return switch (invariance) {
            case SCALE -> List.of(Specimen.changed(values, 0x1p40f, 0), Specimen.changed(values, 0x1p-40f, 0));
            case OFFSET -> List.of(Specimen.changed(values, 1, 4), Specimen.changed(values, 1, -16));
        };
    }

    /** One function after another gives the bits that each alone would give: a probe keeps nothing. */
    @TestFactory
    public Stream<DynamicTest> keepsNothingFromFunctionToFunction() {
        return eachVariant((metric, parameters) -> {
            SampleSpec spec = usual(metric, parameters);
            Probe used = metric.prepare(spec, parameters);
            List<Shapes> order = new ArrayList<>(List.of(Shapes.values()));
            order.addAll(List.of(Shapes.values()).reversed());
            for (Shapes shape : order) {
                Measurement expected =
                        Specimen.measure(metric.prepare(spec, parameters), spec, shape.sampled(spec), shape.name());
                Measurement found = Specimen.measure(used, spec, shape.sampled(spec), shape.name());
                assertSame(expected, found, shape + " after other functions");
            }
        });
    }

    /** Probes of many threads do not disturb each other. */
    @TestFactory
    public Stream<DynamicTest> measuresOnManyThreads() {
        return each(metric -> {
            Parameters parameters = metric.parameters().defaults();
            SampleSpec spec = usual(metric, parameters);
            Callable<Measurement> work = () -> {
                Probe probe = metric.prepare(spec, parameters);
                Specimen.measure(probe, spec, Shapes.WAVE.sampled(spec), "a wave");
                return Specimen.measure(probe, spec, Shapes.NOISE.sampled(spec), "noise");
            };
            Measurement alone = work.call();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<Measurement> each : threads.invokeAll(List.of(work, work, work, work))) {
                    assertSame(alone, each.get(), "noise on one of four threads");
                }
            }
        });
    }

    private static void assertSame(Measurement expected, Measurement found, String where) {
        assertEquals(expected.status(), found.status(), where);
        assertEquals(expected.value(), found.value(), where);
        assertEquals(expected.raw(), found.raw(), where);
        assertArrayEquals(expected.spectrum(), found.spectrum(), where);
    }

    /** The largest and the smallest numbers give a lawful value, or a status with its reason. */
    @TestFactory
    public Stream<DynamicTest> standsNumbersOfAnySize() {
        return eachVariant((metric, parameters) -> {
            SampleSpec spec = usual(metric, parameters);
            Probe probe = metric.prepare(spec, parameters);
            Range range = invariances(metric, parameters).contains(Invariance.SCALE)
                    ? range(metric, parameters)
                    : new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            for (float scale : new float[] {0x1p124f, 0x1p-100f}) {
                for (Shapes shape : Shapes.values()) {
                    float[] values = Specimen.changed(shape.sampled(spec), scale, 0);
                    String where = shape + " times " + scale;
                    assertLawful(Specimen.measure(probe, spec, values, where), range, where);
                }
            }
        });
    }

    /** Samples are read from Arrow memory, which is closed without a leak and is not written to. */
    @TestFactory
    public Stream<DynamicTest> leavesSamplesAndMemoryAsTheyWere() {
        return eachVariant((metric, parameters) -> {
            SampleSpec spec = usual(metric, parameters);
            try (Memory memory = Memory.open()) {
                Specimen.measureFromArrow(metric.prepare(spec, parameters), spec, Shapes.values(), memory);
            }
        });
    }

    /**
     * Measuring allocates next to nothing once the JVM has compiled it: a study measures millions of functions. Before that,
     * vectors are objects.
     */
    @TestFactory
    public Stream<DynamicTest> allocatesNextToNothing() {
        return each(metric -> {
            Parameters parameters = metric.parameters().defaults();
            SampleSpec spec = usual(metric, parameters);
            Probe probe = metric.prepare(spec, parameters);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            Specimen specimen = new Specimen(spec, Shapes.NOISE.sampled(spec));
            long bound = (long) spec.points() * Float.BYTES / 2;
            long least = Long.MAX_VALUE;
            for (int round = 0; round < WARMING_ROUNDS && least >= bound; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                specimen.measure(probe, ROUND);
                least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / ROUND);
            }
            long each = least;
            assertTrue(
                    each < bound,
                    () -> "measuring allocates " + each + " bytes per function: make scratch in prepare()");
        });
    }

    /** Samples of another kind than it asked for are measured, or refused by an {@link InvalidParameterException}. */
    @TestFactory
    public Stream<DynamicTest> refusesWhatItCannotMeasureByName() {
        return each(metric -> {
            Parameters parameters = metric.parameters().defaults();
            for (SampleSpec other : Specimen.unusual()) {
                boolean taken;
                try {
                    metric.prepare(other, parameters);
                    taken = true;
                } catch (RuntimeException e) {
                    taken = false;
                }
                if (!taken) {
                    assertThrows(InvalidParameterException.class, () -> metric.prepare(other, parameters));
                }
            }
        });
    }

    /**
     * A metric that has a graph gives the same by it, wherever its kernels are offered if it has any: the same status of every function, and of those with a shape the same
     * value, raw number and spectrum to a relative 1e-4.
     */
    @TestFactory
    public Stream<DynamicTest> measuresTheSameByItsGraph() {
        return eachVariant((metric, parameters) -> {
            MetricSelection selection = new MetricSelection(metric, parameters);
            for (int size : INTERPRETED_SIZES) {
                compare(selection, sampling(metric, parameters, size), new PlainBackend());
            }
            for (Backend backend : backends()) {
                compare(selection, sampling(metric, parameters, SMALL_SIZE), backend);
                if (parameters.equals(metric.parameters().defaults())) {
                    compare(selection, sampling(metric, parameters, USUAL_SIZE), backend);
                }
            }
        });
    }

    private static void compare(MetricSelection metric, Optional<SampleSpec> sampled, Backend backend) {
        sampled.ifPresent(spec -> Agreement.check(List.of(metric), spec, backend));
    }

    /**
     * Where a backend offers a kernel for a metric, value and raw number are those of the probe to the last bit: in the plane, on a line,
     * at scattered points, few of them and odd numbers.
     */
    @TestFactory
    public Stream<DynamicTest> measuresTheSameByTheKernelOfABackend() {
        return each(metric -> {
            for (Backend backend : backends()) {
                for (SampleSpec spec : Agreement.places()) {
                    Agreement.check(Agreement.byKernel(metric, variants(metric), spec, backend), spec, backend);
                }
            }
        });
    }
}
