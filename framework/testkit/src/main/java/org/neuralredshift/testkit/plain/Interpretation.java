package org.neuralredshift.testkit.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.compute.Weights;
import org.neuralredshift.api.expression.Evaluation;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.RandomStream;

/**
 * What a graph means for one network, in float64: every element by the formula in the Javadoc of its {@link Tensor}, read off
 * from its operands. Far too slow for anything but a test.
 */
public final class Interpretation {
    private final Bindings bindings;
    private final int network;
    private final Function<Tensor.State, double[]> states;
    private final Map<Tensor, Values> known = new IdentityHashMap<>();

    /**
     * Computes every tensor; all states are 0.
     *
     * @param bindings inputs, scalars and weights; outputs are not read
     * @param network its number in the batch
     */
    public Interpretation(Graph graph, Bindings bindings, int network) {
        this(graph, bindings, network, state -> new double[(int) state.shape().size()]);
    }

    /**
     * Computes every tensor of a step.
     *
     * @param bindings inputs, scalars and weights; outputs are not read
     * @param network its number in the batch
     * @param states gives the elements of a state before the step, row-major
     */
    public Interpretation(Graph graph, Bindings bindings, int network, Function<Tensor.State, double[]> states) {
        this.bindings = bindings;
        this.network = network;
        this.states = states;
        for (Tensor tensor : graph.tensors()) {
            known.put(tensor, compute(tensor));
        }
    }

    /** The elements of a tensor of the graph, row-major. */
    public double[] elements(Tensor tensor) {
        return values(tensor).elements();
    }

    /** The elements of an operand as they meet those of a map, row-major in the shape of the map. */
    public double[] stretched(Tensor operand, Shape shape) {
        return Values.of(shape, values(operand)::stretched).elements();
    }

    private Values values(Tensor tensor) {
        Values values = known.get(tensor);
        if (values == null) {
            throw new IllegalArgumentException("the tensor " + tensor + " is none of this graph");
        }
        return values;
    }

    private Values compute(Tensor tensor) {
        Shape shape = tensor.shape();
        List<Values> from = tensor.operands().stream().map(this::values).toList();
        return switch (tensor) {
            case Tensor.Input t -> new Values(shape, floats(bindings.input(t.name()), 0, shape));
            case Tensor.Constant t -> new Values(shape, t.values());
            case Tensor.Weight t -> new Values(shape, weight(t));
            case Tensor.NetworkScalar t -> new Values(shape, new double[] {bindings.scalar(t.name())[network]});
            case Tensor.State t -> new Values(shape, states.apply(t).clone());
            case Tensor.MatrixProduct t -> {
                int inner = t.left().shape().extent(1);
                yield Values.of(
                        shape,
                        i -> sum(
                                inner,
                                k -> from.get(0).at(i[0], k) * from.get(1).at(k, i[1])));
            }
            case Tensor.Map t ->
                Values.of(
                        shape,
                        i -> Evaluation.of(
                                t.expression(),
                                from.stream().mapToDouble(o -> o.stretched(i)).toArray()));
            case Tensor.Reduce t -> Values.of(shape, i -> reduce(t, from.getFirst(), i));
            case Tensor.Expand t -> Values.of(shape, from.getFirst()::stretched);
            case Tensor.Reshape t -> new Values(shape, from.getFirst().elements());
            case Tensor.Transpose t -> Values.of(shape, i -> transposed(t.order(), from.getFirst(), i));
            case Tensor.Slice t -> Values.of(shape, i -> from.getFirst().at(moved(i, t.axis(), t.from())));
            case Tensor.Pad t -> Values.of(shape, i -> padded(t, from.getFirst(), i));
            case Tensor.Gather t ->
                Values.of(
                        shape,
                        i -> from.get(0).at(row(from.get(1).at(i[0]), t.table().shape()), i[1]));
            case Tensor.Kernel t -> throw UnsupportedGraphException.of(PlainBackend.ID, t);
            case Tensor.ScatterAdd t ->
                Values.of(
                        shape,
                        i -> sum(
                                t.indices().shape().extent(0),
                                n -> row(from.get(1).at(n), shape) == i[0]
                                        ? from.get(0).at(n, i[1])
                                        : 0));
        };
    }

    private static double sum(int count, IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }

    private static double reduce(Tensor.Reduce t, Values operand, int[] index) {
        int extent = operand.shape().extent(t.axis());
        IntToDoubleFunction along = k -> operand.at(moved(index, t.axis(), k));
        return switch (t.reduction()) {
            case SUM -> sum(extent, along);
            case MAXIMUM -> {
                double greatest = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < extent; k++) {
                    greatest = Math.max(greatest, along.applyAsDouble(k));
                }
                yield greatest;
            }
        };
    }

    private static double transposed(List<Integer> order, Values operand, int[] index) {
        int[] from = new int[index.length];
        for (int axis = 0; axis < index.length; axis++) {
            from[order.get(axis)] = index[axis];
        }
        return operand.at(from);
    }

    private static double padded(Tensor.Pad t, Values operand, int[] index) {
        int inside = index[t.axis()] - t.before();
        boolean isZero = inside < 0 || inside >= operand.shape().extent(t.axis());
        return isZero ? 0 : operand.at(moved(index, t.axis(), -t.before()));
    }

    private static int[] moved(int[] index, int axis, int by) {
        int[] moved = index.clone();
        moved[axis] += by;
        return moved;
    }

    private static int row(double index, Shape table) {
        if (index >= 0 && index < table.extent(0) && index == Math.rint(index)) {
            return (int) index;
        }
        throw new IllegalArgumentException("index " + index + " is no row of the table " + table);
    }

    private double[] weight(Tensor.Weight weight) {
        return switch (bindings.weights()) {
            case Weights.Given given -> {
                MemorySegment values = given.values().get(weight.name());
                if (values == null) {
                    throw new IllegalArgumentException("no values are given for weight " + weight.name());
                }
                yield floats(values, network, weight.shape());
            }
            case Weights.Drawn d -> {
                float[] drawn = new float[Math.toIntExact(weight.shape().size())];
                d.initialisation()
                        .draw(
                                weight,
                                d.studySeed(),
                                d.seeds()[network],
                                d.magnitudes()[network],
                                new RandomStream(),
                                drawn);
                double[] elements = new double[drawn.length];
                for (int i = 0; i < drawn.length; i++) {
                    elements[i] = drawn[i];
                }
                yield elements;
            }
        };
    }

    private static double[] floats(MemorySegment source, int network, Shape shape) {
        double[] elements = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < elements.length; i++) {
            long element = (long) network * elements.length + i;
            elements[i] = source.get(ValueLayout.JAVA_FLOAT_UNALIGNED, element * Float.BYTES);
        }
        return elements;
    }
}
