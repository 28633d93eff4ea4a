package org.neuralredshift.backends.cuda.program;

import java.util.List;
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
        if (!graph.tensors().isEmpty()) {
            throw new UnsupportedGraphException(
                    "the backend cuda has no kernels yet for a block of " + limits.sharedBytesPerBlock() + " bytes");
        }
        return new Program(
                graph, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "cuda: nothing to do");
    }
}
