package org.neuralredshift.backends.cpu;

import static org.neuralredshift.backends.cpu.TileKernel.TILE;

/**
 * z = W x + b on one tile, without the Vector API: defines the order of the additions, which {@link AffineWriter} keeps.
 *
 * <p>A row starts from its bias and adds the products in the order of the inputs. A last row that stands alone after
 * blocks of four and two sums the two halves of its inputs by themselves, so that two chains run at once.
 *
 * @param shape what it multiplies
 */
record ScalarAffine(AffineShape shape) implements TileKernel {
    @Override
    public void run(float[] memory, int[] at, int rows) {
        for (int row = 0; row < rows; row++) {
            int weights = at[AffineShape.WEIGHTS] + row * shape.rowStride();
            int out = at[AffineShape.OUT] + row * TILE;
            float bias = shape.bias() ? memory[at[AffineShape.BIAS] + row] : 0;
            java.util.Arrays.fill(memory, out, out + TILE, bias);
            boolean alone = row == rows - 1 && rows % 2 == 1;
            int middle = alone ? shape.fanIn() / 2 : shape.fanIn();
            accumulate(memory, at[AffineShape.IN], weights, out, 0, middle);
            if (alone) {
                addSecondHalf(memory, at[AffineShape.IN], weights, out, middle);
            }
        }
    }

    private void accumulate(float[] memory, int in, int weights, int out, int from, int to) {
        for (int k = from; k < to; k++) {
            float weight = memory[weights + k * shape.columnStride()];
            int x = in + k * TILE;
            for (int p = 0; p < TILE; p++) {
                memory[out + p] = Math.fma(weight, memory[x + p], memory[out + p]);
            }
        }
    }

    private void addSecondHalf(float[] memory, int in, int weights, int out, int middle) {
        float[] half = new float[TILE];
        for (int k = middle; k < shape.fanIn(); k++) {
            float weight = memory[weights + k * shape.columnStride()];
            int x = in + k * TILE;
            for (int p = 0; p < TILE; p++) {
                half[p] = Math.fma(weight, memory[x + p], half[p]);
            }
        }
        for (int p = 0; p < TILE; p++) {
            memory[out + p] += half[p];
        }
    }
}
