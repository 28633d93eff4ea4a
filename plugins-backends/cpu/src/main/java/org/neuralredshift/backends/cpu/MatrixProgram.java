package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * A graph lowered to steps over whole matrices. All that a network needs lies in one array: what networks share, its
 * weights and states, and what steps compute, where values that never live together share their place.
 *
 * @param constants numbers of the program itself
 * @param inputs that networks share
 * @param weights one after another, in the order of their declaration
 * @param scalars numbers of each network
 * @param states of each network, one after another from {@code statesFrom} on
 * @param statesFrom where the states begin
 * @param statesTo where they end
 * @param perRun steps once for all networks
 * @param perNetwork steps once for each network
 * @param steps that are done again and again
 * @param outputs results
 * @param size floats of memory
 */
record MatrixProgram(
        List<Constant> constants,
        List<Block> inputs,
        List<Weight> weights,
        List<Block> scalars,
        List<Block> states,
        int statesFrom,
        int statesTo,
        List<MatrixStep> perRun,
        List<MatrixStep> perNetwork,
        List<MatrixStep> steps,
        List<Output> outputs,
        int size) {

    /** A matrix in memory by name; its elements are bound or read row-major without padding. */
    record Block(String name, int position, MatrixView view) {
        int size() {
            return view.rows() * view.columns();
        }
    }

    /** Numbers of the program itself. */
    record Constant(float[] values, Block block) {}

    /** A weight and where it lies. */
    record Weight(Tensor.Weight weight, Block block) {}

    /** A result, for each network or for all. */
    record Output(Block block, boolean perNetwork) {}
}
