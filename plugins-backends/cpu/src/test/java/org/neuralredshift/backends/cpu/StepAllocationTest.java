package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.TrainingGraphs.Rule;

/** Training on vectors leaves no object behind, once it is compiled. */
class StepAllocationTest {
    private static final int STEPS = 4000;
    /** The smallest object has 16 bytes: less than this per step are those of a run. */
    private static final long LEAST = 16L * STEPS;
    /** Runs after which everything must have been compiled. */
    private static final int MOST_RUNS = 60;

    @Test
    void aStepAllocatesNothing() {
        Backend backend = new CpuBackend(Lanes.FLOATS.length(), 0);
        Graph graph = TrainingGraphs.perceptron(20, Rule.ADAM, 2, 18, 5);
        try (Executable program = backend.compile(graph);
                Session session = program.open(1)) {
            Bindings bindings = new Bindings()
                    .networks(1)
                    .steps(STEPS)
                    .scalar("rate", new float[] {0.01f})
                    .output("loss", MemorySegment.ofArray(new float[1]));
            for (Tensor.Input input : graph.inputs()) {
                float[] values = new float[(int) input.shape().size()];
                Arrays.fill(values, 0.5f);
                bindings.input(input.name(), MemorySegment.ofArray(values));
            }
            long allocated = Long.MAX_VALUE;
            for (int run = 0; run < MOST_RUNS && allocated >= LEAST; run++) {
                allocated = allocated(session, bindings);
            }
            assertTrue(allocated < LEAST, allocated + " bytes in " + STEPS + " steps");
        }
    }

    private static long allocated(Session session, Bindings bindings) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        session.run(bindings);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
