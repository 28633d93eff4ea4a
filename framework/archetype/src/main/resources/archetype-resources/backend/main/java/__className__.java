package ${package};

import org.neuralredshift.api.Description;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * One operation after another over whole tensors, each rounded to float32, as array libraries run a program that is typed in.
 * Slow, but its rounding is plain to see: what differs from it in a faster backend is the order of sums, or a mistake.
 *
 * <p>It does not add to tables ({@link Tensor.ScatterAdd}), and says so when it compiles.
 */
public final class ${className} implements Backend {
    static final String ID = "${artifactId}";

    /** For the service loader. */
    public ${className}() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return Description.of("One operation after another over whole tensors, each rounded to float32.");
    }

    @Override
    public Availability probe() {
        return Availability.yes("plain Java, " + concurrency() + " threads");
    }

    @Override
    public Executable compile(Graph graph) {
        for (Tensor tensor : graph.tensors()) {
            if (tensor instanceof Tensor.Kernel kernel) {
                throw UnsupportedGraphException.of(ID, kernel);
            }
            if (tensor instanceof Tensor.ScatterAdd) {
                throw new UnsupportedGraphException("backend " + ID + " does not run "
                        + tensor.getClass().getSimpleName() + ": use the backend cpu or reference");
            }
            if (tensor.shape().size() > Integer.MAX_VALUE) {
                throw new UnsupportedGraphException("backend " + ID + " keeps a tensor in an array, and "
                        + tensor.shape() + " is too large for one: sample fewer points");
            }
        }
        return new Program(graph);
    }
}
