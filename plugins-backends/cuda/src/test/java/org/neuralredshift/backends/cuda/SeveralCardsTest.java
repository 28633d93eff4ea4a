package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.backends.cuda.host.HostCards;
import org.neuralredshift.backends.cuda.host.HostToolkit;
import org.neuralredshift.testkit.plain.PlainActivation;
import org.neuralredshift.testkit.plain.PlainDense;

/** Two cards of one kind, which both are the processor: each has memory, streams and programs of its own, and refuses the other's. */
@Isolated("the cards on the processor are those of every test")
class SeveralCardsTest {
    private static final int POINTS = 9;
    private static final Initialisation GLOROT =
            new Initialisation(Initialisation.Distribution.UNIFORM, Initialisation.Scale.GLOROT, 1, true, false, 3);

    @AfterEach
    void oneCardAgain() {
        HostCards.count(1);
    }

    private static float[] run(Session session) {
        float[] points = new float[2 * POINTS];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) Math.cos(i);
        }
        float[] found = new float[3 * POINTS];
        session.run(new Bindings()
                .networks(3)
                .input(Architecture.INPUT, MemorySegment.ofArray(points))
                .scalar(Architecture.PREFACTOR, new float[] {1, 1, 1})
                .weights(new Weights.Drawn(GLOROT, 1, new long[] {4, 5, 6}, new double[] {1, 2, 3}))
                .output(Architecture.OUTPUT, MemorySegment.ofArray(found)));
        return found;
    }

    @Test
    void sessionsAreDealtToAllCardsAndGiveTheSameBits() {
        HostToolkit.folder();
        HostCards.count(2);
        CudaBackend backend = new CudaBackend(new OnTheProcessor());
        assertTrue(
                backend.probe().detail().startsWith("2 cards, each the processor as a card"),
                backend.probe().detail());
        Graph graph = Architecture.perceptron(2, 5, new PlainDense(), PlainActivation.TANH)
                .graph(POINTS);
        long before = HostCards.launches(1);
        long beforeOnFirst = HostCards.launches(0);
        try (Executable program = backend.compile(graph);
                Session first = program.open(3);
                Session second = program.open(3);
                Session third = program.open(3)) {
            float[] expected = run(first);
            assertEquals(before, HostCards.launches(1), "the first session is on the first card");
            long launches = HostCards.launches(0) - beforeOnFirst;
            assertArrayEquals(expected, run(second));
            assertEquals(launches, HostCards.launches(1) - before);
            assertArrayEquals(expected, run(third));
            assertArrayEquals(expected, run(second), "in turns with others");
            assertEquals(2 * launches, HostCards.launches(0) - beforeOnFirst);
            assertNotEquals(expected[0], expected[POINTS], "another network");
            try (Executable another = backend.compile(graph);
                    Session fourth = another.open(3)) {
                assertArrayEquals(expected, run(fourth));
                assertEquals(3 * launches, HostCards.launches(1) - before, "programs take turns, too");
            }
            assertTrue(program.explain().contains("and on 1 more"), program::explain);
        }
    }
}
