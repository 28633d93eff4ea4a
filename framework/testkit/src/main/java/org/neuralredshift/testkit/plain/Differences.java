package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.RandomStream;

/**
 * Compares the gradient of a graph with finite differences, both in float64. The loss is a random combination of all elements of
 * the output {@code f}; it is moved along a random direction of its leaves.
 */
public final class Differences {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);
    private static final Scalar C = Scalar.input(2);
    private static final String ALONG = "along";
    private static final String LOSS = "loss";

    private final Graph program;
    private final List<Tensor> leaves;
    private final double loss;
    private final List<double[]> gradients = new ArrayList<>();
    private final RandomStream stream = new RandomStream().reset(29, 1, 0, 0);

    private Differences(Graph graph, Bindings bindings, int network, List<Tensor> leaves) {
        this.leaves = leaves;
        Interpretation meaning = new Interpretation(graph, bindings, network);
        this.program = moved(graph, meaning, false);
        Graph derived = moved(graph, meaning, true);
        Interpretation here = at(derived, 0, zeros());
        this.loss = here.elements(get(derived.outputs(), LOSS))[0];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            gradients.add(here.elements(get(derived.outputs(), name("gradient", leaf))));
        }
    }

    /**
     * The first derivative that is not that of its differences, as a sentence; empty if all are.
     *
     * @param graph with an output {@code f} of any shape
     * @param bindings what it reads
     * @param network whose numbers are looked at
     */
    public static String of(Graph graph, Bindings bindings, int network) {
        return of(graph, bindings, network, leaves(graph));
    }

    /** Likewise, but by what a network has of its own: weights and numbers per network, not the data. */
    public static String ofNetwork(Graph graph, Bindings bindings, int network) {
        List<Tensor> leaves = leaves(graph).stream()
                .filter(leaf -> !(leaf instanceof Tensor.Input))
                .toList();
        return of(graph, bindings, network, leaves);
    }

    private static String of(Graph graph, Bindings bindings, int network, List<Tensor> leaves) {
        return leaves.isEmpty() ? "" : new Differences(graph, bindings, network, leaves).difference();
    }

    /** The program of the gradient: its output {@code f} is a random combination of all derivatives of a graph's. */
    public static Graph gradient(Graph graph) {
        List<Tensor> leaves = leaves(graph);
        Map<String, Tensor> wanted = new LinkedHashMap<>(graph.outputs());
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            wanted.put(name("leaf", leaf), leaves.get(leaf));
        }
        GraphBuilder builder = new GraphBuilder();
        Map<String, Tensor> copies = builder.include(new Graph(graph.tensors(), wanted), leaf -> Optional.empty());
        List<Tensor> with = new ArrayList<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            with.add(get(copies, name("leaf", leaf)));
        }
        RandomStream stream = new RandomStream().reset(31, 1, 0, 0);
        Tensor loss = combination(builder, get(copies, Architecture.OUTPUT), stream);
        Tensor sum = builder.constant(Shape.SCALAR, 0);
        for (Tensor gradient : Gradient.of(builder, loss, with)) {
            sum = builder.map(A.plus(B), sum, combination(builder, gradient, stream));
        }
        return builder.output(Architecture.OUTPUT, sum).build();
    }

    private static Tensor get(Map<String, Tensor> tensors, String name) {
        return Objects.requireNonNull(tensors.get(name), () -> "there is no output " + name);
    }

    /** Weights, numbers per network and data; not the rows of tables, which have no derivative. */
    private static List<Tensor> leaves(Graph graph) {
        Set<Tensor> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tensor tensor : graph.tensors().reversed()) {
            switch (tensor) {
                case Tensor.Gather gather -> rows.add(gather.indices());
                case Tensor.ScatterAdd scatter -> rows.add(scatter.indices());
                default -> {
                    if (rows.contains(tensor)) {
                        rows.addAll(tensor.operands());
                    }
                }
            }
        }
        return graph.tensors().stream()
                .filter(tensor -> tensor instanceof Tensor.Weight
                        || tensor instanceof Tensor.NetworkScalar
                        || tensor instanceof Tensor.Input)
                .filter(tensor -> !rows.contains(tensor))
                .toList();
    }

    private static Set<Tensor> identities(List<Tensor> tensors) {
        Set<Tensor> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(tensors);
        return set;
    }

    /** The loss where each leaf is its value plus {@code along} times its direction. */
    private Graph moved(Graph graph, Interpretation meaning, boolean withGradients) {
        GraphBuilder builder = new GraphBuilder();
        Tensor along = builder.input(ALONG, Shape.SCALAR);
        List<Tensor> moved = new ArrayList<>();
        Set<Tensor> chosen = identities(leaves);
        Map<String, Tensor> copies = builder.include(graph, leaf -> {
            Tensor value = builder.constant(leaf.shape(), meaning.elements(leaf));
            if (!chosen.contains(leaf)) {
                return Optional.of(value);
            }
            Tensor direction = builder.input(name("direction", moved.size()), leaf.shape());
            moved.add(builder.map(A.plus(B.times(C)), value, along, direction));
            return Optional.of(moved.getLast());
        });
        RandomStream factors = new RandomStream().reset(37, 1, 0, 0);
        Tensor combination = combination(builder, get(copies, Architecture.OUTPUT), factors);
        builder.output(LOSS, combination);
        if (withGradients) {
            List<Tensor> derivatives = Gradient.of(builder, combination, moved);
            for (int leaf = 0; leaf < derivatives.size(); leaf++) {
                builder.output(name("gradient", leaf), derivatives.get(leaf));
            }
        }
        return builder.build();
    }

    /** A random combination of all elements of a tensor. */
    private static Tensor combination(GraphBuilder builder, Tensor tensor, RandomStream stream) {
        int size = Math.toIntExact(tensor.shape().size());
        double[] factors = new double[size];
        for (int i = 0; i < size; i++) {
            factors[i] = stream.nextNormal();
        }
        Tensor flat = builder.reshape(tensor, Shape.of(size));
        Tensor products = builder.map(A.times(B), flat, builder.constant(Shape.of(size), factors));
        return builder.reshape(builder.reduce(Tensor.Reduction.SUM, products, 0), Shape.SCALAR);
    }

    private static String name(String what, int leaf) {
        return what + " " + leaf;
    }

    /** Along all leaves together; if that is wrong, along each alone, to name it. */
    private String difference() {
        List<float[]> all = new ArrayList<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            all.add(direction(leaf));
        }
        String together = difference(all);
        for (int leaf = 0; !together.isEmpty() && leaf < leaves.size(); leaf++) {
            List<float[]> alone = zeros();
            alone.set(leaf, all.get(leaf));
            String difference = difference(alone);
            if (!difference.isEmpty()) {
                return "by " + leaves.get(leaf) + ": " + difference;
            }
        }
        return together;
    }

    private List<float[]> zeros() {
        List<float[]> zeros = new ArrayList<>();
        leaves.forEach(leaf -> zeros.add(new float[Math.toIntExact(leaf.shape().size())]));
        return zeros;
    }

    private float[] direction(int leaf) {
        float[] direction = new float[Math.toIntExact(leaves.get(leaf).shape().size())];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) stream.nextNormal();
        }
        return direction;
    }

    /** Of steps that are quartered again and again, the one that agrees best with the two before: small ones at a kink nearby. */
    private String difference(List<float[]> directions) {
        double derived = 0;
        double magnitude = Math.abs(loss);
        for (int leaf = 0; leaf < directions.size(); leaf++) {
            for (int i = 0; i < directions.get(leaf).length; i++) {
                double term = gradients.get(leaf)[i] * directions.get(leaf)[i];
                derived += term;
                magnitude += Math.abs(term);
            }
        }
        // Where slopes are steep, as in a wave of high frequency, they change within a small distance, too.
        int scale = Math.max(0, Math.getExponent(magnitude));
        double best = Double.NaN;
        double doubt = Double.POSITIVE_INFINITY;
        double slope = central(directions, Math.scalb(1f, -6 - scale));
        double changed = Double.POSITIVE_INFINITY;
        for (int exponent = 8; exponent <= 20; exponent += 2) {
            double before = slope;
            double changedBefore = changed;
            slope = central(directions, Math.scalb(1f, -exponent - scale));
            changed = Math.abs(slope - before);
            if (Math.max(changed, changedBefore) <= doubt) {
                doubt = Math.max(changed, changedBefore);
                best = (16 * slope - before) / 15;
            }
        }
        boolean isClose = doubt <= 1e-3 * magnitude && Math.abs(derived - best) <= 4 * doubt + 1e-8 * magnitude;
        return isClose ? "" : "the gradient gives " + derived + ", but differences give " + best + " +- " + doubt;
    }

    private double central(List<float[]> directions, float step) {
        Tensor moved = get(program.outputs(), LOSS);
        double above = at(program, step, directions).elements(moved)[0];
        double below = at(program, -step, directions).elements(moved)[0];
        return (above - below) / (2 * step);
    }

    private static Interpretation at(Graph program, float along, List<float[]> directions) {
        Bindings bindings = new Bindings().input(ALONG, MemorySegment.ofArray(new float[] {along}));
        for (int leaf = 0; leaf < directions.size(); leaf++) {
            bindings.input(name("direction", leaf), MemorySegment.ofArray(directions.get(leaf)));
        }
        return new Interpretation(program, bindings, 0);
    }
}
