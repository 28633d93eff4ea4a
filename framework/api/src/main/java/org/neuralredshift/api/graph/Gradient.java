package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.annotation.Api;

/**
 * Reverse mode as a transformation of graphs (Griewank and Walther, "Evaluating Derivatives", 2nd edition, SIAM 2008, chapter
 * 3): from a number that is computed in a graph to the tensors that compute its derivatives, in the same graph and of the same
 * operations. So whatever runs graphs trains, and a gradient has a gradient.
 *
 * <p>Walks the operations from the last to the first; the adjoint of a tensor, dL/dt in the shape of t, is the sum over its
 * uses, the last use first. Only what lies between the loss and the tensors asked for gets one. A map's derivative is derived
 * from its expression by {@link org.neuralredshift.api.expression.Derivative}, whose conventions at kinks hold here, too;
 * where it contains the expression itself, as those of tanh, sigmoid and exp do, it reads the map's result instead of computing
 * it again. The derivative of a maximum over an axis is shared in equal parts by the elements that attain it.
 *
 * <p>Indices of {@link Tensor.Gather} and {@link Tensor.ScatterAdd} have derivative 0; a {@link Tensor.Kernel} is refused. NaN and infinity pass as in IEEE 754.
 */
@Api(INCUBATING)
public final class Gradient {
    private final GraphBuilder graph;
    private final Set<Tensor> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tensor> active = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Tensor, Tensor> adjoints = new IdentityHashMap<>();

    private Gradient(GraphBuilder graph, List<Tensor> with) {
        this.graph = graph;
        with.forEach(graph::requireOwn);
        asked.addAll(with);
    }

    /**
     * The derivatives of a loss.
     *
     * @param graph that has computed the loss; the derivatives are added to it
     * @param loss one number, of any rank
     * @param with tensors of the graph, leaves or not
     * @return dL/dt for each of them, in its shape; zeros where the loss does not depend on it
     * @throws ShapeException if the loss is not one number, or a tensor comes from another graph
     */
    public static List<Tensor> of(GraphBuilder graph, Tensor loss, List<Tensor> with) {
        if (loss.shape().size() != 1) {
            throw graph.error("gradient of " + loss.shape() + ": a loss is one number, so sum it first");
        }
        return of(graph, loss, Elementwise.constant(graph, 1, loss.shape()), with);
    }

    /**
     * The derivatives of a tensor in one direction: sum over its elements i of {@code adjoint[i] · d value[i] / dt}. Of use where
     * the derivative of a loss by the value is known in a better form than the one that the rules would find.
     *
     * @param graph that has computed the value
     * @param value a tensor of any shape
     * @param adjoint dL/dvalue, in the shape of the value
     * @param with tensors of the graph, leaves or not
     * @return dL/dt for each of them, in its shape; zeros where the value does not depend on it
     * @throws ShapeException if value and adjoint differ in shape, or a tensor comes from another graph
     */
    public static List<Tensor> of(GraphBuilder graph, Tensor value, Tensor adjoint, List<Tensor> with) {
        graph.requireSameShape("gradient of a value by its adjoint", value, adjoint);
        graph.requireOwn(value);
        graph.requireOwn(adjoint);
        return new Gradient(graph, with).run(value, adjoint, with);
    }

    private List<Tensor> run(Tensor value, Tensor adjoint, List<Tensor> with) {
        List<Tensor> order = order(value);
        for (Tensor tensor : order) {
            if (asked.contains(tensor) || tensor.operands().stream().anyMatch(active::contains)) {
                active.add(tensor);
            }
        }
        Adjoints rules = new Adjoints(graph, this::needs, asked::contains, this::contribute);
        contribute(value, adjoint);
        for (Tensor tensor : order.reversed()) {
            Tensor known = adjoints.get(tensor);
            if (known != null) {
                rules.propagate(tensor, known);
            }
        }
        List<Tensor> gradients = new ArrayList<>();
        for (Tensor tensor : with) {
            Tensor known = adjoints.get(tensor);
            gradients.add(known == null ? Elementwise.constant(graph, 0, tensor.shape()) : known);
        }
        return List.copyOf(gradients);
    }

    private boolean needs(Tensor tensor) {
        return active.contains(tensor);
    }

    /** Adds one use's part to the adjoint of a tensor. */
    private void contribute(Tensor tensor, Tensor part) {
        if (needs(tensor)) {
            Tensor earlier = adjoints.get(tensor);
            adjoints.put(tensor, earlier == null ? part : Elementwise.sum(graph, earlier, part));
        }
    }

    /** Everything that a tensor is computed from and itself, operands before their uses. */
    private static List<Tensor> order(Tensor last) {
        List<Tensor> order = new ArrayList<>();
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> open = new ArrayDeque<>(List.of(new Visit(last, 0)));
        seen.add(last);
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            Tensor next = visit.next();
            if (next == null) {
                order.add(visit.tensor());
            } else {
                open.push(new Visit(visit.tensor(), visit.operand() + 1));
                if (seen.add(next)) {
                    open.push(new Visit(next, 0));
                }
            }
        }
        return order;
    }

    private record Visit(Tensor tensor, int operand) {
        @Nullable
        Tensor next() {
            return operand < tensor.operands().size() ? tensor.operands().get(operand) : null;
        }
    }
}
