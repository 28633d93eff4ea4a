package org.neuralredshift.backends.reference;

import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.compute.UnsupportedGraphException;
import org.neuralredshift.api.graph.Tensor;

/** One operation with its memory: reads the operands, or the bindings, and fills the result. */
@FunctionalInterface
interface Step {
    /** Computes the tensor for one network. */
    void run(Bindings bindings, int network);

    /**
     * The step of a tensor.
     *
     * @param in the memory of its operands, row-major
     * @param out the memory of its result, row-major; no operand lies there
     */
    static Step of(Tensor tensor, double[][] in, double[] out, Leaves leaves) {
        return switch (tensor) {
            case Tensor.Input t -> (bindings, network) -> Leaves.input(t, bindings, out);
            case Tensor.Constant t -> {
                double[] values = t.values();
                yield (bindings, network) -> System.arraycopy(values, 0, out, 0, out.length);
            }
            case Tensor.Weight t -> (bindings, network) -> leaves.weight(t, bindings, network, out);
            case Tensor.NetworkScalar t -> (bindings, network) -> Leaves.scalar(t, bindings, network, out);
            case Tensor.State t -> (bindings, network) -> leaves.state(t, network, out);
            case Tensor.MatrixProduct t -> (bindings, network) -> Arithmetic.product(t, in[0], in[1], out);
            case Tensor.Map t -> elementwise(t, in, out);
            case Tensor.Reduce t -> (bindings, network) -> Arithmetic.reduce(t, in[0], out);
            case Tensor.Expand t -> {
                View view = View.of(t.operand().shape()).stretched(t.shape());
                yield (bindings, network) -> view.gather(in[0], out);
            }
            case Tensor.Reshape t -> (bindings, network) -> System.arraycopy(in[0], 0, out, 0, out.length);
            case Tensor.Transpose t -> {
                View view = View.of(t.operand().shape()).permuted(t.order());
                yield (bindings, network) -> view.gather(in[0], out);
            }
            case Tensor.Slice t -> {
                View view = View.of(t.operand().shape()).sliced(t.axis(), t.from(), t.shape());
                yield (bindings, network) -> view.gather(in[0], out);
            }
            case Tensor.Pad t -> {
                View inside = View.of(t.shape())
                        .sliced(t.axis(), t.before(), t.operand().shape());
                yield (bindings, network) -> inside.scatter(in[0], out);
            }
            case Tensor.Gather t -> (bindings, network) -> Rows.gather(t, in[0], in[1], out);
            case Tensor.ScatterAdd t -> (bindings, network) -> Rows.scatterAdd(t, in[0], in[1], out);
            case Tensor.Kernel t -> throw UnsupportedGraphException.of("reference", t);
        };
    }

    private static Step elementwise(Tensor.Map map, double[][] in, double[] out) {
        Tape tape = new Tape(map.expression());
        View[] views = map.operands().stream()
                .map(operand -> View.of(operand.shape()).stretched(map.shape()))
                .toArray(View[]::new);
        double[] arguments = new double[in.length];
        double[] registers = new double[tape.length()];
        return (bindings, network) -> {
            for (int i = 0; i < out.length; i++) {
                for (int operand = 0; operand < in.length; operand++) {
                    arguments[operand] = in[operand][views[operand].offset(i)];
                }
                out[i] = tape.evaluate(arguments, registers);
            }
        };
    }
}
