package org.neuralredshift.backends.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.neuralredshift.api.compute.BackendLostException;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.backends.cuda.host.HostCards;

/** A card, which is the processor, that is lost at a launch: every call fails from then on. */
@Isolated("the cards on the processor are those of every test")
class LossTest {
    private static final float[] NUMBERS = {1, 2, 3};

    @AfterEach
    void repair() {
        HostCards.lives(-1);
    }

    private static Graph graph() {
        GraphBuilder graph = new GraphBuilder();
        return graph.output("f", graph.map(Scalar.input(0).times(2), graph.input("x", Shape.of(3))))
                .build();
    }

    private static Bindings bindings(float[] found) {
        return new Bindings().input("x", MemorySegment.ofArray(NUMBERS)).output("f", MemorySegment.ofArray(found));
    }

    @Test
    void aCardThatIsLostIsToldAsSuchEverywhereAndClosesInPeace() {
        CudaBackend backend = new CudaBackend(new OnTheProcessor());
        float[] found = new float[3];
        Executable program = backend.compile(graph());
        Session session = program.open(1);
        session.run(bindings(found));
        assertEquals(6, found[2]);
        HostCards.lives(1);
        String reason = "the card the processor as a card answers no more, for cuLaunchKernel failed with"
                + " CUDA_ERROR_LAUNCH_FAILED: unspecified launch failure";
        for (int time = 0; time < 2; time++) {
            BackendLostException lost = assertThrows(BackendLostException.class, () -> session.run(bindings(found)));
            assertEquals(reason, lost.getMessage());
        }
        assertThrows(BackendLostException.class, () -> program.open(1));
        assertThrows(BackendLostException.class, () -> backend.compile(graph()));
        assertFalse(backend.probe().usable());
        assertEquals(reason + ": start nrs again", backend.probe().detail());
        session.close();
        program.close();
    }

    @Test
    void aCardThatCannotBeTakenIntoUseIsLostToo() {
        CudaBackend backend = new CudaBackend(new OnTheProcessor());
        assertTrue(backend.probe().usable());
        HostCards.lives(0);
        String message = assertThrows(BackendLostException.class, () -> backend.compile(graph()))
                .getMessage();
        assertTrue(message.contains("CUDA_ERROR_LAUNCH_FAILED"), message);
    }
}
