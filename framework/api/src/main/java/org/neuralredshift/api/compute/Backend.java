package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/** Runs tensor programs on some hardware. */
@Api(INCUBATING)
public interface Backend extends Extension {
    /** Whether this backend can run here. Never throws; a no carries its reason. */
    Availability probe();

    /**
     * Compiles a program for any number of networks. May be called from many threads. The caller closes the result.
     *
     * @throws UnsupportedGraphException if the program has an operation that this backend does not run, or a kernel that it does
     *     not {@linkplain #offers offer}
     * @throws BackendLostException if it computes nothing any more for this run
     */
    Executable compile(Graph graph);

    /**
     * Whether it computes an algorithm that no other operations compose. None by default: {@link #compile} then refuses it.
     *
     * @param kernel as it stands in a program, with its name, revision, parameters and shapes
     */
    default boolean offers(Tensor.Kernel kernel) {
        return false;
    }

    /** How many sessions it is worth to run at once, at least 1. The number of processors by default. */
    default int concurrency() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** How many networks to hand to one {@link Session#run} for best speed, at least 1. */
    default int preferredBatch(Graph graph) {
        return 1;
    }

    /**
     * Whether functions had better be measured here, by the graphs that metrics offer, than handed over to the host: true where
     * memory is far from the host's. False by default.
     */
    default boolean prefersMetricGraphs() {
        return false;
    }
}
