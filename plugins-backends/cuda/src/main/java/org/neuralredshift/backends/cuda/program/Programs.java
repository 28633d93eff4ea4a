package org.neuralredshift.backends.cuda.program;

import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;

/** Makes programs. */
public final class Programs {
    private Programs() {}

    /**
     * The program of a graph. The same graph and limits give the same text.
     *
     * @throws UnsupportedGraphException if a tensor is too large
     */
    public static Program lower(Graph graph, Limits limits) {
        return new Lowering(graph, limits).program();
    }
}
