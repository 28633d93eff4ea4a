package org.neuralredshift.backends.cpu;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.BindingCheck;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;

/** The fast backend for this machine's processors. */
public final class CpuBackend implements Backend {
    /** Sampled values of one run that stay in the second-level cache until they are measured. */
    private static final int BATCH_FLOATS = 1 << 16;
    /** Tiles that single numbers do while the JVM is cold: a few networks on a small grid. */
    private static final int FIRST_TILES = 256;
    /** Passes over a matrix are longer, and there are as many in each step of a training as kernels to compile. */
    private static final int TILES_PER_PASS = 8;

    private final Kernels kernels;
    private final MatrixKernels matrices;

    /** For the service loader: vectors if the JVM has them. */
    public CpuBackend() {
        this(vectorApi() ? Lanes.FLOATS.length() : 1, FIRST_TILES);
    }

    /**
     * @param lanes of a vector; 1 for none
     * @param firstTiles tiles that single numbers do while the JVM is cold
     */
    CpuBackend(int lanes, int firstTiles) {
        this.kernels = new Kernels(lanes, firstTiles);
        this.matrices = new MatrixKernels(lanes, firstTiles / TILES_PER_PASS);
    }

    private static boolean vectorApi() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("float32 on this machine's processors, with kernels generated for the network at hand");
    }

    @Override
    public Availability probe() {
        return kernels.lanes() > 1
                ? Availability.yes("vectors of " + kernels.lanes() + " floats")
                : Availability.degraded("without the Vector API, so several times slower: start Java with --add-modules"
                        + " jdk.incubator.vector");
    }

    @Override
    public Executable compile(Graph graph) {
        BindingCheck check = new BindingCheck(graph);
        try {
            return new CpuExecutable(Lowering.lower(graph, kernels), check, kernels.lanes());
        } catch (UnsupportedGraphException e) {
            // What tiles of points cannot do, matrices can.
            return new MatrixExecutable(MatrixLowering.lower(graph, matrices), check, kernels.lanes());
        }
    }

    @Override
    public int preferredBatch(Graph graph) {
        int points =
                graph.inputs().isEmpty() ? 1 : graph.inputs().getFirst().shape().extent(0);
        return Math.clamp(BATCH_FLOATS / Math.max(1, points), 1, 16);
    }
}
