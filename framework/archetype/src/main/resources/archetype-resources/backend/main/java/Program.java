package ${package};

import java.util.stream.Collectors;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;

/** A graph as it is: an interpreter has nothing to compile. */
final class Program implements Executable {
    private final Graph graph;
    private volatile boolean closed;

    Program(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Session open(int networks) {
        if (closed) {
            throw new IllegalStateException("this program is closed: compile the graph again");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        return new Interpreter(graph, networks);
    }

    @Override
    public String explain() {
        return graph.tensors().stream()
                .map(tensor -> tensor.getClass().getSimpleName() + " " + tensor.shape())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        closed = true;
    }
}
