package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * Which tensors of a graph lie in memory, and which are computed where they are used. Views are index arithmetic and never lie in
 * memory. A map lies in memory if its elements would be computed more than once otherwise, or more often than they change.
 */
final class Plan {
    /** Positions are 32 bits wide in kernels. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final Graph graph;
    private final Map<Tensor, Integer> positions = new IdentityHashMap<>();
    private final Map<Tensor, Section> sections = new IdentityHashMap<>();
    private final Map<Tensor, List<Tensor>> users = new IdentityHashMap<>();
    private final Set<Tensor> roots = Identity.set();
    private final Set<Tensor> stored = Identity.set();
    /** Maps that must lie in memory, and views whose operands must. */
    private final Set<Tensor> settled = Identity.set();
    /** Elements that are asked for by what uses a tensor. */
    private final Map<Tensor, Double> demands = new IdentityHashMap<>();

    /** @throws UnsupportedGraphException if a tensor is too large */
    Plan(Graph graph) {
        this.graph = graph;
        Set<Tensor> perNetwork = graph.perNetwork();
        for (Tensor tensor : graph.tensors()) {
            requireSmall(tensor);
            positions.put(tensor, positions.size());
            sections.put(tensor, section(tensor, perNetwork.contains(tensor)));
        }
        roots.addAll(graph.outputs().values());
        roots.addAll(graph.updates().values());
        roots.forEach(root -> demands.merge(root, (double) root.shape().size(), Double::sum));
        Set<Tensor> needed = Identity.set(roots);
        for (Tensor tensor : graph.tensors().reversed()) {
            if (needed.contains(tensor)) {
                decide(tensor);
                settleOperands(tensor);
                needed.addAll(tensor.operands());
            }
        }
    }

    private static void requireSmall(Tensor tensor) {
        if (tensor.shape().size() > LARGEST) {
            throw new UnsupportedGraphException("the backend cuda counts the elements of a tensor in 31 bits, and this "
                    + tensor.getClass().getSimpleName() + " is " + tensor.shape() + ": evaluate fewer points at once");
        }
    }

    private Section section(Tensor tensor, boolean perNetwork) {
        Section section = tensor instanceof Tensor.State ? Section.STEP : perNetwork ? Section.NETWORK : Section.SHARED;
        for (Tensor operand : tensor.operands()) {
            section = section(operand).compareTo(section) > 0 ? section(operand) : section;
        }
        return section;
    }

    private void decide(Tensor tensor) {
        boolean lies = switch (tensor) {
            case Tensor.Constant t -> t.shape().size() != 1;
            case Tensor.Map t ->
                roots.contains(t)
                        || settled.contains(t)
                        || demand(t) > t.shape().size();
            case Tensor.Input t -> true;
            case Tensor.Weight t -> true;
            case Tensor.NetworkScalar t -> true;
            case Tensor.State t -> true;
            case Tensor.MatrixProduct t -> true;
            case Tensor.Reduce t -> true;
            case Tensor.Gather t -> true;
            case Tensor.ScatterAdd t -> true;
            case Tensor.Kernel t -> true;
            case Tensor.Expand t -> false;
            case Tensor.Reshape t -> false;
            case Tensor.Transpose t -> false;
            case Tensor.Slice t -> false;
            case Tensor.Pad t -> false;
        };
        if (lies) {
            stored.add(tensor);
        }
        double asked = switch (tensor) {
            case Tensor.MatrixProduct t -> Double.POSITIVE_INFINITY;
            case Tensor.Reduce t -> t.operand().shape().size();
            default -> lies ? tensor.shape().size() : demand(tensor);
        };
        for (Tensor operand : tensor.operands()) {
            demands.merge(operand, asked, Double::sum);
            users.computeIfAbsent(operand, any -> new ArrayList<>()).add(tensor);
        }
    }

    private double demand(Tensor tensor) {
        return demands.getOrDefault(tensor, 0.0);
    }

    /** What changes less often than its use is computed before; rows and tables are read in no order, or more than once. */
    private void settleOperands(Tensor tensor) {
        boolean isTable = tensor instanceof Tensor.Gather
                || tensor instanceof Tensor.ScatterAdd
                || tensor instanceof Tensor.Kernel;
        boolean isSettledView = !(tensor instanceof Tensor.Map) && !isStored(tensor) && settled.contains(tensor);
        for (Tensor operand : tensor.operands()) {
            if (isTable || isSettledView || section(tensor).compareTo(section(operand)) > 0) {
                settled.add(operand);
            }
        }
    }

    Graph graph() {
        return graph;
    }

    /** Its number in the program. */
    int position(Tensor tensor) {
        section(tensor);
        return positions.getOrDefault(tensor, -1);
    }

    Section section(Tensor tensor) {
        Section section = sections.get(tensor);
        if (section == null) {
            throw new IllegalArgumentException("a " + tensor.getClass().getSimpleName() + " of shape " + tensor.shape()
                    + " is used, but is not in the graph before its use: build every tensor with one GraphBuilder");
        }
        return section;
    }

    /** Whether there is one value per network. */
    boolean perNetwork(Tensor tensor) {
        return section(tensor) != Section.SHARED;
    }

    /** Whether it lies in memory. */
    boolean isStored(Tensor tensor) {
        return stored.contains(tensor);
    }

    /** Whether it is an output, or the new value of a state. */
    boolean isRoot(Tensor tensor) {
        return roots.contains(tensor);
    }

    /** The needed tensors that have it as operand, once for each time; the last of the program first. */
    List<Tensor> users(Tensor tensor) {
        return users.getOrDefault(tensor, List.of());
    }

    /** What lies in memory, operands first. */
    List<Tensor> stored() {
        return graph.tensors().stream().filter(this::isStored).toList();
    }
}
