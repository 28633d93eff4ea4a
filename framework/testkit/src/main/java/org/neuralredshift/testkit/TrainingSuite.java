package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.training.Loss;
import org.neuralredshift.api.training.Optimiser;
import org.neuralredshift.api.training.Start;
import org.neuralredshift.api.training.Trainer;
import org.neuralredshift.api.training.Training;
import org.neuralredshift.testkit.plain.Lessons;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainBackend;

/**
 * The part of {@link BackendSuite} that examines states, steps and training. A program with states is refused as a whole, or run
 * as it is meant: {@link #keepsStates}. Inherit that suite instead.
 */
@Api(INCUBATING)
public abstract class TrainingSuite extends OperationSuite {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    /** For {@link BackendSuite}. */
    TrainingSuite() {}

    /**
     * Whether it runs programs with states, and so trains. One that does not refuses them with an {@link
     * UnsupportedGraphException} that names the backend. True unless overridden.
     */
    protected boolean keepsStates(Backend backend) {
        return true;
    }

    private Stream<DynamicTest> eachWithStates(ThrowingConsumer<Backend> check) {
        return eachUsable(backend -> {
            if (keepsStates(backend)) {
                check.accept(backend);
                return;
            }
            UnsupportedGraphException refusal = assertThrows(
                    UnsupportedGraphException.class,
                    () -> backend.compile(sequence()),
                    "it is declared not to keep states, and yet does");
            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(backend.id()), "a refusal must name the backend: " + message);
        });
    }

    /** a ← a + b, b ← a, with a product in between: the numbers of Fibonacci, in the output the older one. */
    private static Graph sequence() {
        GraphBuilder graph = new GraphBuilder();
        Tensor.State a = graph.state("a", Shape.of(2, 3));
        Tensor.State b = graph.state("b", Shape.of(2, 3));
        graph.state("unused", Shape.SCALAR);
        Tensor identity = graph.constant(Shape.of(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1);
        graph.update(b, a).update(a, graph.map(A.plus(B), graph.matrixProduct(a, identity), b));
        return graph.output(Architecture.OUTPUT, graph.map(A.times(1), b)).build();
    }

    private static float[] read(Session session, String state, int numbers) {
        float[] found = new float[numbers];
        session.read(state, MemorySegment.ofArray(found));
        return found;
    }

    private static float[] run(Session session, int networks, int steps, int numbers) {
        float[] found = new float[numbers];
        session.run(new Bindings()
                .networks(networks)
                .steps(steps)
                .output(Architecture.OUTPUT, MemorySegment.ofArray(found)));
        return found;
    }

    /** All change at once, at the end of a step; outputs are of the last step, before it. Each network has its own. */
    @TestFactory
    public Stream<DynamicTest> keepsStatesFromStepToStep() {
        return eachWithStates(backend -> {
            try (Executable program = backend.compile(sequence());
                    Session session = program.open(3)) {
                assertArrayEquals(new float[18], read(session, "a", 18), "states are 0 until they are written");
                float[] first = {1, 1, 2, 0, 10, -1, 5, 6, 7, 8, 9, 0.5f};
                session.write("a", MemorySegment.ofArray(first));
                assertArrayEquals(first, read(session, "a", 12), "what is written is read");
                assertArrayEquals(new float[12], run(session, 2, 1, 12), "the output is computed before the update");
                assertArrayEquals(first, read(session, "b", 12), "b takes the value of a before it changes");
                float[] fifth = run(session, 2, 5, 12);
                for (int i = 0; i < first.length; i++) {
                    assertEquals(5 * first[i], fifth[i], "5 is the fifth number, of element " + i);
                }
                assertEquals(13 * first[7], read(session, "a", 12)[7], "after six steps");
                assertArrayEquals(new float[6], Arrays.copyOfRange(read(session, "a", 18), 12, 18));
                session.write("a", MemorySegment.ofArray(new float[6]));
                assertEquals(0, read(session, "a", 6)[1], "the first network is written alone");
                assertEquals(13 * first[7], read(session, "a", 12)[7], "its neighbour is left alone");
            }
        });
    }

    /** What is no state, no whole network, or no step is an {@link IllegalArgumentException} with a message. */
    @TestFactory
    public Stream<DynamicTest> refusesStatesThatDoNotFit() {
        return eachWithStates(backend -> {
            try (Executable program = backend.compile(sequence());
                    Session session = program.open(2)) {
                refuses(() -> run(session, 2, 0, 12), "a run of no step");
                refuses(() -> session.write("c", MemorySegment.ofArray(new float[6])), "a state that is none");
                refuses(() -> session.read("c", MemorySegment.ofArray(new float[6])), "a state that is none");
                refuses(() -> session.write("a", MemorySegment.ofArray(new float[5])), "less than a network");
                refuses(() -> session.read("a", MemorySegment.ofArray(new float[7])), "more than a network");
                refuses(() -> session.write("a", MemorySegment.ofArray(new float[18])), "more networks than opened");
            }
            Executable program = backend.compile(sequence());
            Session session = program.open(1);
            session.close();
            assertThrows(IllegalStateException.class, () -> read(session, "a", 6), "a closed session is read");
            program.close();
        });
    }

    private static void refuses(org.junit.jupiter.api.function.Executable call, String what) {
        String message =
                assertThrows(IllegalArgumentException.class, call, what).getMessage();
        assertFalse(message == null || message.isBlank(), () -> what + ": refused without a message");
    }

    /** With every optimiser, every loss and both kinds of batch it goes the way of the definition for a hundred steps. */
    @TestFactory
    public Stream<DynamicTest> trainsAsTheDefinitionDoes() {
        return eachWithStates(backend -> {
            trainsAsTheDefinition(backend, Loss.SQUARED_ERROR, new Optimiser.Sgd(0), 0);
            trainsAsTheDefinition(backend, Loss.LOGISTIC, new Optimiser.Sgd(0.9), 6);
            trainsAsTheDefinition(backend, Loss.CROSS_ENTROPY, Optimiser.ADAM, 0);
            trainsAsTheDefinition(backend, Loss.LOGISTIC, Optimiser.ADAMW, 0);
        });
    }

    private static void trainsAsTheDefinition(Backend backend, Loss loss, Optimiser optimiser, int batch) {
        Training training = Lessons.training(PlainActivation.TANH, loss, optimiser, batch, 0);
        String what = optimiser + ", " + loss;
        double rate = optimiser instanceof Optimiser.Sgd ? 0.05 : 0.01;
        try (Trainer expected = Lessons.trainer(new PlainBackend(), training, 1);
                Trainer found = Lessons.trainer(backend, training, 1)) {
            expected.start(Lessons.start(rate, 2));
            found.start(Lessons.start(rate, 2));
            float begin = 0;
            for (int step : new int[] {1, 9, 90}) {
                expected.advance(step);
                found.advance(step);
                double error = step == 90 ? 1e-3 : 1e-5;
                float right = expected.loss(0);
                assertEquals(right, found.loss(0), error * Math.max(1, right), () -> what + ", step " + found.step());
                begin = step == 1 ? found.loss(0) : begin;
            }
            float last = found.loss(0);
            float first = begin;
            assertTrue(last < 0.9 * first, () -> what + ": the loss went from " + first + " to " + last);
        }
    }

    /** Weights have the same bits however steps are cut, beside any neighbours, on four threads, and after a checkpoint. */
    @TestFactory
    public Stream<DynamicTest> trainsToTheSameBitsHoweverItIsRun() {
        return eachWithStates(backend -> {
            for (int batch : new int[] {0, 6}) {
                Training training = Lessons.training(PlainActivation.SINE, Loss.LOGISTIC, Optimiser.ADAM, batch, 0);
                byte[] expected = trained(backend, training, 10);
                assertArrayEquals(expected, trained(backend, training, 10), "a second time");
                assertArrayEquals(expected, trained(backend, training, 1, 3, 6), "in three runs");
                try (Trainer alone = Lessons.trainer(backend, training, 1);
                        Trainer together = Lessons.trainer(backend, training, 3)) {
                    alone.start(Lessons.start(0.02, 2));
                    alone.advance(10);
                    together.start(Lessons.start(0.02, 1, 2, 3));
                    together.advance(4);
                    byte[] checkpoint = together.save();
                    together.start(Lessons.start(0.02, 1, 2, 3));
                    together.restore(checkpoint);
                    together.advance(6);
                    assertArrayEquals(expected, together.save(), "after a checkpoint");
                    Map<String, List<Float>> own = Lessons.weights(together, 1, 3);
                    assertEquals(Lessons.weights(alone, 0, 1), own, "a network alone");
                }
                try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                    Callable<byte[]> work = () -> trained(backend, training, 10);
                    for (Future<byte[]> found : threads.invokeAll(List.of(work, work, work, work))) {
                        assertArrayEquals(expected, found.get(), "on one of four threads");
                    }
                }
            }
        });
    }

    private static byte[] trained(Backend backend, Training training, int... steps) {
        try (Trainer trainer = Lessons.trainer(backend, training, 3)) {
            trainer.start(Lessons.start(0.02, 1, 2, 3));
            for (int count : steps) {
                trainer.advance(count);
            }
            return trainer.save();
        }
    }

    /** A network that has diverged or stopped keeps its weights to the bit, and its neighbour never hears of it. */
    @TestFactory
    public Stream<DynamicTest> leavesNetworksAloneThatHaveEnded() {
        return eachWithStates(backend -> {
            Training training =
                    Lessons.training(PlainActivation.RELU, Loss.SQUARED_ERROR, new Optimiser.Sgd(0), 0, 0.05);
            try (Trainer together = Lessons.trainer(backend, training, 2);
                    Trainer alone = Lessons.trainer(backend, training, 1)) {
                Start both = Lessons.start(0.02, 1, 2);
                both.learningRates()[0] = 1e6f;
                together.start(both);
                together.advance(30);
                int diverged = together.divergedAt(0);
                assertTrue(diverged > 1 && diverged <= 30, "a learning rate of 1e6 diverges, but at step " + diverged);
                assertFalse(Float.isFinite(together.loss(0)), "the loss of a network that diverged");
                List<Float> spoiled = bits(Lessons.weights(together, 0, 2));
                together.advance(170);
                assertEquals(spoiled, bits(Lessons.weights(together, 0, 2)), "it keeps its weights");
                assertEquals(diverged, together.divergedAt(0), "it keeps the step");
                alone.start(Lessons.start(0.02, 2));
                alone.advance(200);
                assertEquals(Lessons.weights(alone, 0, 1), Lessons.weights(together, 1, 2), "its neighbour");
                int stopped = alone.stoppedAt(0);
                assertEquals(stopped, together.stoppedAt(1), "the step at which its neighbour stopped");
                assertTrue(
                        stopped > 1 && alone.loss(0) < 0.05, "stopped at step " + stopped + ", loss " + alone.loss(0));
            }
        });
    }

    /** All numbers in the order of the names; NaN equals NaN. */
    private static List<Float> bits(Map<String, List<Float>> weights) {
        List<Float> bits = new ArrayList<>();
        weights.values().forEach(bits::addAll);
        return bits;
    }
}
