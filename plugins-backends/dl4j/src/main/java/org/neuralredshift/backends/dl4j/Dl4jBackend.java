package org.neuralredshift.backends.dl4j;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.graph.Graph;

/** Runs graphs on ND4J, the arrays of Deeplearning4j: another's arithmetic, to compare with. */
public final class Dl4jBackend implements Backend {
    /** Sampled values of one run that stay in the second-level cache until they are measured. */
    private static final int BATCH_FLOATS = 1 << 16;

    private final Nd4jLibrary library = new Nd4jLibrary();

    /** For the service loader. Loads nothing of ND4J. */
    public Dl4jBackend() {}

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of(
                "float32 on ND4J and OpenBLAS, operation by operation; its first use loads native libraries,"
                        + " which takes seconds");
    }

    /** Looks for the native libraries, but does not load them. */
    @Override
    public Availability probe() {
        return library.availability();
    }

    @Override
    public Executable compile(Graph graph) {
        Program program = Lowering.lower(graph);
        library.load();
        return new Dl4jExecutable(program, library.availability().detail());
    }

    @Override
    public int preferredBatch(Graph graph) {
        int points =
                graph.inputs().isEmpty() ? 1 : graph.inputs().getFirst().shape().extent(0);
        return Math.clamp(BATCH_FLOATS / Math.max(1, points), 1, 16);
    }
}
