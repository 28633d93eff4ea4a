package org.neuralredshift.backends.cpu;

import java.util.Arrays;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * A reduction over an axis between others of a padded tensor, in the order of the axis. Positions in {@code at}: 0 the
 * result, 1 what is reduced.
 *
 * @param reduction sum or maximum
 * @param outer elements of the axes in front of it
 * @param extent of the axis
 * @param inner floats of the axes behind it, with their padding
 */
record AxisReduction(Tensor.Reduction reduction, int outer, int extent, int inner) implements TileKernel {
    static AxisReduction of(Tensor.Reduce reduce) {
        Shape shape = reduce.operand().shape();
        int outer = 1;
        for (int axis = 0; axis < reduce.axis(); axis++) {
            outer *= shape.extent(axis);
        }
        int inner = ParameterView.padded(shape).strides().get(reduce.axis());
        return new AxisReduction(reduce.reduction(), outer, shape.extent(reduce.axis()), inner);
    }

    @Override
    public void run(float[] memory, int[] at, int rows) {
        boolean sum = reduction == Tensor.Reduction.SUM;
        for (int i = 0; i < outer; i++) {
            int out = at[0] + i * inner;
            Arrays.fill(memory, out, out + inner, sum ? 0 : Float.NEGATIVE_INFINITY);
            for (int k = 0; k < extent; k++) {
                int in = at[1] + (i * extent + k) * inner;
                for (int j = 0; j < inner; j++) {
                    float x = memory[in + j];
                    memory[out + j] = sum ? memory[out + j] + x : Math.max(memory[out + j], x);
                }
            }
        }
    }
}
