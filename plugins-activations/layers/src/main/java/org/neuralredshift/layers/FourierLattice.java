package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Every plane wave of the square up to a frequency, with a random phase: sin(π k·x + φ_k) for the vectors k of whole numbers
 * with |k_i| ≤ size, one of each pair k and -k, without k = 0. A read-out after it is an inverse Fourier transform written as a
 * network, the unbiased model.
 *
 * <p>Of d inputs it makes ((2 size + 1)^d - 1) / 2 features: 2,112 of two inputs at size 32. They stand in the order of k as
 * digits, from the one after 0 to (size, ..., size); k_i counts half periods on [0, 1], periods on [-1, 1].
 */
public final class FourierLattice implements Layer {
    private static final String SIZE = "size";
    /** Features at most. */
    private static final long MOST = 1 << 19;

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(Parameter.integer(
            SIZE, 32, Origin.ASSUMED, 1, 500, "periods", "highest frequency along each axis, in periods on [-1, 1]"));

    /** For the service loader. */
    public FourierLattice() {}

    @Override
    public String id() {
        return "fourier-lattice";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "All plane waves up to a frequency with random phases: with a read-out, the paper's unbiased model.",
                "sin(π k·x + φ_k) for half the lattice |k_i| ≤ size, φ_k uniform on [-π, π]",
                "Teney et al., Neural Redshift: Random Networks are not Random Functions, CVPR 2024");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        int inputs = stage.features();
        double[] vectors = vectors(graph, inputs, parameters.count(SIZE));
        int count = vectors.length / inputs;
        Tensor lattice = graph.constant(Shape.of(count, inputs), vectors);
        Tensor product = graph.matrixProduct(stage.value(), graph.transpose(lattice, 1, 0));
        Tensor phase = graph.weight("phase", Shape.of(count), inputs, count, Tensor.Role.PHASE);
        Scalar wave = Scalar.input(0).times(Math.PI).plus(Scalar.input(1)).sin();
        return graph.map(wave, product, phase);
    }

    /** Half of the lattice, one vector after another: those behind 0 in the order of their digits. */
    private static double[] vectors(GraphBuilder graph, int inputs, int size) {
        int side = 2 * size + 1;
        double all = Math.pow(side, inputs);
        if (all > 2 * MOST) {
            throw graph.error("a lattice of size " + size + " over the features of " + inputs + " inputs has (" + side
                    + "^" + inputs + " - 1) / 2 vectors, but at most " + MOST + " are possible: make it smaller");
        }
        int count = ((int) all - 1) / 2;
        double[] vectors = new double[count * inputs];
        for (int number = 0; number < count; number++) {
            int digits = number + count + 1;
            for (int axis = inputs - 1; axis >= 0; axis--) {
                vectors[number * inputs + axis] = digits % side - size;
                digits /= side;
            }
        }
        return vectors;
    }
}
