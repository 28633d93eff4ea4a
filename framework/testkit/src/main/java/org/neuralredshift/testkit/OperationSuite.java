package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.expression.Scalar.BinaryOperation;
import org.neuralredshift.api.expression.Scalar.Comparison;
import org.neuralredshift.api.expression.Scalar.UnaryOperation;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.random.RandomStream;
import org.neuralredshift.testkit.plain.Case;
import org.neuralredshift.testkit.plain.Cases;
import org.neuralredshift.testkit.plain.Programs;
import org.neuralredshift.testkit.plain.Sweep;
import org.neuralredshift.testkit.plain.Ulps;
import org.opentest4j.TestAbortedException;

/**
 * The half of {@link BackendSuite} that examines one operation after another: scalar functions, tensor operations, random
 * weights. Inherit that suite instead.
 */
@Api(INCUBATING)
public abstract class OperationSuite extends ExtensionSuite<Backend> {
    private static final int NUMBERS = 4099;

    /** For {@link BackendSuite}. */
    OperationSuite() {}

    /**
     * What it does not run, by the name of the case as its tests are called: refused with an {@link UnsupportedGraphException}
     * that names the backend. Nothing unless overridden.
     */
    protected Set<String> refused(Backend backend) {
        return Set.of();
    }

    /** Lawful error of an operation in units of the last place; those with one IEEE answer have it, others 4. */
    protected double error(UnaryOperation operation) {
        return switch (operation) {
            case NEGATE, ABSOLUTE -> 0;
            case SQUARE_ROOT -> 0.5;
            case EXPONENTIAL, LOGARITHM, SINE, COSINE, TANH, SIGMOID, ERROR_FUNCTION -> 4;
        };
    }

    /** Lawful error of an operation in units of the last place; those with one IEEE answer have it, powers 16. */
    protected double error(BinaryOperation operation) {
        return operation == BinaryOperation.POWER ? 16 : 0.5;
    }

    /** One test for each backend that can run here; others are skipped with their reason. */
    final Stream<DynamicTest> eachUsable(ThrowingConsumer<Backend> check) {
        return each(backend -> {
            Availability availability = backend.probe();
            if (!availability.usable()) {
                throw new TestAbortedException(backend.id() + " cannot run here: " + availability.detail());
            }
            check.accept(backend);
        });
    }

    /** Every function of one number, over all exponents, at the special numbers, and densely around 0. */
    @TestFactory
    public Stream<DynamicTest> functionsAreWithinTheirError() {
        List<DynamicTest> tests = new ArrayList<>();
        for (UnaryOperation operation : UnaryOperation.values()) {
            eachUsable(backend -> {
                        float[] x = Sweep.numbers(NUMBERS, 12, 0);
                        float[] found = Programs.map(backend, new Scalar.Unary(operation, Scalar.input(0)), x);
                        assertError(
                                error(operation),
                                x.length,
                                i -> Evaluation.apply(operation, x[i]),
                                found,
                                i -> x[i] + "");
                    })
                    .forEach(test -> tests.add(
                            DynamicTest.dynamicTest(operation + " on " + test.getDisplayName(), test.getExecutable())));
        }
        return tests.stream();
    }

    /** Every function of two numbers, likewise. */
    @TestFactory
    public Stream<DynamicTest> functionsOfTwoNumbersAreWithinTheirError() {
        List<DynamicTest> tests = new ArrayList<>();
        for (BinaryOperation operation : BinaryOperation.values()) {
            Scalar expression = new Scalar.Binary(operation, Scalar.input(0), Scalar.input(1));
            pairs(expression, (x, y) -> Evaluation.apply(operation, x, y), error(operation))
                    .forEach(test -> tests.add(
                            DynamicTest.dynamicTest(operation + " on " + test.getDisplayName(), test.getExecutable())));
        }
        for (Comparison comparison : Comparison.values()) {
            Scalar expression =
                    new Scalar.Select(comparison, Scalar.input(0), Scalar.input(1), Scalar.input(1), Scalar.of(0.5));
            pairs(expression, (x, y) -> Evaluation.holds(comparison, x, y) ? y : 0.5, 0)
                    .forEach(test -> tests.add(DynamicTest.dynamicTest(
                            comparison + " on " + test.getDisplayName(), test.getExecutable())));
        }
        return tests.stream();
    }

    private interface OfTwo {
        double apply(double x, double y);
    }

    private Stream<DynamicTest> pairs(Scalar expression, OfTwo exact, double error) {
        return eachUsable(backend -> {
            float[] x = Sweep.numbers(NUMBERS, 6, 0);
            float[] y = Sweep.numbers(NUMBERS, 6, 1);
            for (int i = 20; i < NUMBERS; i += 7) {
                y[i] = x[i]; // ties
            }
            GraphBuilder graph = new GraphBuilder();
            Shape shape = Shape.of(NUMBERS, 1);
            Tensor result = graph.map(expression, graph.input("x", shape), graph.input("y", shape));
            Bindings bindings =
                    new Bindings().input("x", MemorySegment.ofArray(x)).input("y", MemorySegment.ofArray(y));
            float[] found = Programs.run(
                    backend, graph.output(Architecture.OUTPUT, result).build(), bindings);
            assertError(error, NUMBERS, i -> exact.apply(x[i], y[i]), found, i -> x[i] + " and " + y[i]);
        });
    }

    private static void assertError(
            double bound, int count, IntToDoubleFunction expected, float[] found, IntFunction<String> arguments) {
        int worst = 0;
        double most = 0;
        for (int i = 0; i < count; i++) {
            double error = Ulps.between(expected.applyAsDouble(i), found[i]);
            if (error > most) {
                most = error;
                worst = i;
            }
        }
        double error = most;
        int at = worst;
        assertTrue(
                error <= bound,
                () -> "at " + arguments.apply(at) + " it gives " + found[at] + " instead of "
                        + expected.applyAsDouble(at) + ": " + error + " ulp, but at most " + bound);
    }

    /** Every tensor operation, on 67 points, on one, and on none. */
    @TestFactory
    public Stream<DynamicTest> operationsMeanWhatTheirDefinitionsSay() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int points : new int[] {67, 1, 0}) {
            for (Case each : Cases.of(points)) {
                eachUsable(backend -> check(backend, each))
                        .forEach(test -> tests.add(DynamicTest.dynamicTest(
                                each.name() + ", points: " + points + ", on " + test.getDisplayName(),
                                test.getExecutable())));
            }
        }
        return tests.stream();
    }

    private void check(Backend backend, Case each) {
        if (refused(backend).contains(each.name())) {
            UnsupportedGraphException refusal = assertThrows(
                    UnsupportedGraphException.class,
                    () -> backend.compile(each.graph()),
                    "it is declared as refused, and yet runs");
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(backend.id()), "a refusal must name the backend: " + message);
        } else {
            String difference = each.difference(Programs.run(backend, each.graph(), each.bindings()));
            assertEquals("", difference);
        }
    }

    /** Random weights of every role and distribution have the bits of {@link Initialisation#draw}, whatever the seeds. */
    @TestFactory
    public Stream<DynamicTest> drawsTheWeightsOfTheDefinition() {
        return eachUsable(backend -> {
            int features = 65;
            long[] seeds = {0, 1, 0x80000001L, 0xFFFFFFFFL};
            for (Tensor.Role role : Tensor.Role.values()) {
                GraphBuilder graph = new GraphBuilder();
                Tensor zeros = graph.input(Architecture.INPUT, Shape.of(1, features));
                Tensor weight = graph.weight("w", Shape.of(features), 7, 61, role);
                Tensor sum = graph.map(Scalar.input(0).plus(Scalar.input(1)), zeros, weight);
                Graph shown = graph.output(Architecture.OUTPUT, sum).build();
                for (Initialisation.Distribution distribution : Initialisation.Distribution.values()) {
                    Initialisation initialisation =
                            new Initialisation(distribution, Initialisation.Scale.GLOROT, 0.7, true, true, 3);
                    Bindings bindings = Programs.random(Grid.uniform(1, 2), initialisation, 2.5, seeds)
                            .input(Architecture.INPUT, MemorySegment.ofArray(new float[features]));
                    float[] found = Programs.run(backend, shown, bindings);
                    for (int network = 0; network < seeds.length; network++) {
                        float[] expected = new float[features];
                        initialisation.draw(
                                shown.weights().getFirst(), 5, seeds[network], 2.5, new RandomStream(), expected);
                        float[] own = Arrays.copyOfRange(found, network * features, (network + 1) * features);
                        assertArrayEquals(expected, own, role + " " + distribution + " of seed " + seeds[network]);
                    }
                }
            }
        });
    }
}
