package org.neuralredshift.backends.cpu;

import java.util.List;
import java.util.stream.IntStream;

/** Steps as arrays, so that running them allocates nothing. */
final class MatrixRunner {
    private final TileKernel[] kernels;
    private final int[] rows;
    private final int[][] at;
    /** The steps that are not for the last step of a run only. */
    private final int[] always;

    MatrixRunner(List<MatrixStep> steps) {
        this.kernels = steps.stream().map(MatrixStep::kernel).toArray(TileKernel[]::new);
        this.rows = steps.stream().mapToInt(MatrixStep::rows).toArray();
        this.at = steps.stream()
                .map(step ->
                        step.at().stream().mapToInt(MatrixStep.At::position).toArray())
                .toArray(int[][]::new);
        this.always = IntStream.range(0, kernels.length)
                .filter(i -> !steps.get(i).last())
                .toArray();
    }

    void run(float[] memory) {
        for (int i = 0; i < kernels.length; i++) {
            kernels[i].run(memory, at[i], rows[i]);
        }
    }

    void runAllButTheLast(float[] memory, int times) {
        for (int time = 0; time < times; time++) {
            for (int i : always) {
                kernels[i].run(memory, at[i], rows[i]);
            }
        }
    }
}
