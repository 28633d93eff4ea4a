package org.neuralredshift.backends.reference;

import java.util.Arrays;
import org.neuralredshift.api.graph.Tensor;

/** Products and reductions. Sums run in the order of the axis, from zero. */
final class Arithmetic {
    private Arithmetic() {}

    /** out[i, j] = sum over k of left[i, k] right[k, j]. */
    static void product(Tensor.MatrixProduct t, double[] left, double[] right, double[] out) {
        int rows = t.shape().extent(0);
        int columns = t.shape().extent(1);
        int inner = t.left().shape().extent(1);
        Arrays.fill(out, 0);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < inner; k++) {
                double factor = left[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    out[i * columns + j] += factor * right[k * columns + j];
                }
            }
        }
    }

    /** One axis summed, or its maximum: 0, or minus infinity, if its extent is 0. */
    static void reduce(Tensor.Reduce t, double[] in, double[] out) {
        int extent = t.operand().shape().extent(t.axis());
        int stride = View.of(t.operand().shape()).strides().get(t.axis());
        for (int i = 0; i < out.length; i++) {
            int first = i / stride * stride * extent + i % stride;
            double result = t.reduction() == Tensor.Reduction.SUM ? 0 : Double.NEGATIVE_INFINITY;
            for (int k = 0; k < extent; k++) {
                double value = in[first + k * stride];
                result = switch (t.reduction()) {
                    case SUM -> result + value;
                    case MAXIMUM -> Math.max(result, value);
                };
            }
            out[i] = result;
        }
    }
}
