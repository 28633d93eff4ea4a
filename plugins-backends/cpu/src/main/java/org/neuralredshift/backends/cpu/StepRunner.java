package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.backends.cpu.TileProgram.Step;
import org.neuralredshift.backends.cpu.TileProgram.Value;

/** Steps as arrays, so that running them allocates nothing. */
final class StepRunner {
    private final TileKernel[] kernels;
    private final int[] rowCounts;
    /** Positions of the operands of each step on the first tile, and how far they move from tile to tile. */
    private final int[][] start;

    private final int[][] perTile;
    /** Positions on the tile at hand. */
    private final int[][] at;

    StepRunner(List<Step> steps) {
        int count = steps.size();
        this.kernels = new TileKernel[count];
        this.rowCounts = new int[count];
        this.start = new int[count][];
        this.perTile = new int[count][];
        this.at = new int[count][];
        for (int i = 0; i < count; i++) {
            Step step = steps.get(i);
            kernels[i] = step.kernel();
            rowCounts[i] = step.rows();
            start[i] = step.at().stream().mapToInt(Value::position).toArray();
            perTile[i] = step.at().stream().mapToInt(Value::perTile).toArray();
            at[i] = start[i].clone();
        }
    }

    void run(float[] memory, int tile) {
        for (int step = 0; step < kernels.length; step++) {
            int[] positions = at[step];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = start[step][i] + tile * perTile[step][i];
            }
            kernels[step].run(memory, positions, rowCounts[step]);
        }
    }
}
