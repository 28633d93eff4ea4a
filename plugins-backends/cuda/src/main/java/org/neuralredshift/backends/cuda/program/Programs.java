package org.neuralredshift.backends.cuda.program;

import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** Makes programs. */
public final class Programs {
    private Programs() {}

    /** Whether there is a kernel for that: the phrases of {@code lz78}. */
    public static boolean offers(Tensor.Kernel kernel) {
        return Phrases.of(kernel).isPresent();
    }

    /**
     * The program of a graph. The same graph and limits give the same text.
     *
     * @throws UnsupportedGraphException if a tensor is too large, or if it has a kernel that is not offered
     */
    public static Program lower(Graph graph, Limits limits) {
        return new Lowering(graph, limits).program();
    }
}
