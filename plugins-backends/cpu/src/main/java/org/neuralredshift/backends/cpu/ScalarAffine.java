package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

/**
 * z = W x + b on one tile, without the Vector API: defines the order of the additions, which {@link AffineWriter} and
 * {@link NarrowAffineWriter} keep.
 *
 * <p>A row starts from its bias and adds the products in the order of the inputs. A last row that stands alone after
 * blocks of several rows sums the two halves of its inputs by themselves, so that two chains run at once.
 *
 * @param shape what it multiplies
 */
record ScalarAffine(AffineShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        int fanIn = shape.fanIn();
        for (int row = 0; row < rows; row++) {
            int weights = at[AffineShape.WEIGHTS] + row * shape.rowStride();
            int out = at[AffineShape.OUT] + row * TILE;
            float bias = shape.bias() ? memory[at[AffineShape.BIAS] + row] : 0;
            boolean alone = row == rows - 1 && shape.leavesOneRow(rows);
            int middle = alone ? fanIn / 2 : fanIn;
            for (int point = 0; point < TILE; point += 4) {
                int in = at[AffineShape.IN] + point;
                sum(memory, in, weights, 0, middle, bias, out + point);
                if (alone) {
                    addSum(memory, in, weights, middle, out + point);
                }
            }
            if (shape.rectified()) {
                for (int point = out; point < out + TILE; point++) {
                    memory[point] = rectify(memory[point]);
                }
            }
        }
    }

    /** max(x, +0): keeps NaN, and gives +0 for -0. */
    private static float rectify(float x) {
        return x <= 0 ? 0 : x;
    }

    /** Four points at once: four independent chains of fma. */
    private void sum(float[] memory, int in, int weights, int from, int to, float start, int out) {
        float sum0 = start;
        float sum1 = start;
        float sum2 = start;
        float sum3 = start;
        for (int k = from; k < to; k++) {
            float weight = memory[weights + k * shape.columnStride()];
            int x = in + k * TILE;
            sum0 = Math.fma(weight, memory[x], sum0);
            sum1 = Math.fma(weight, memory[x + 1], sum1);
            sum2 = Math.fma(weight, memory[x + 2], sum2);
            sum3 = Math.fma(weight, memory[x + 3], sum3);
        }
        memory[out] = sum0;
        memory[out + 1] = sum1;
        memory[out + 2] = sum2;
        memory[out + 3] = sum3;
    }

    private void addSum(float[] memory, int in, int weights, int from, int out) {
        float first0 = memory[out];
        float first1 = memory[out + 1];
        float first2 = memory[out + 2];
        float first3 = memory[out + 3];
        sum(memory, in, weights, from, shape.fanIn(), 0, out);
        memory[out] += first0;
        memory[out + 1] += first1;
        memory[out + 2] += first2;
        memory[out + 3] += first3;
    }
}
