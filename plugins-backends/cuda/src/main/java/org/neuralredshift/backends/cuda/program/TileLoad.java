package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.neuralredshift.api.graph.Tensor;

/**
 * Writes how a block brings parts of the operands of a product to shared memory. Zeros stand for what is outside of an operand.
 *
 * @param inner extent of the inner axis
 * @param depth of it that is in shared memory at once
 * @param threads of the block
 */
record TileLoad(Plan plan, Kernel kernel, int inner, int depth, int threads) {
    /**
     * The loop over the elements of a part. Threads that follow each other read what lies side by side.
     *
     * @param width rows of the left operand, columns of the right one
     * @param extent how many of them the whole operand has
     * @param store statements that store {@code element} at {@code [k][own]}
     */
    void write(Tensor operand, boolean isLeft, int width, int extent, String... store) {
        Code code = kernel.code();
        boolean alongInner = isLeft != isTransposed(operand);
        code.open("for (unsigned e = threadIdx.x; e < " + width * depth + "u; e += " + threads + "u)");
        int fast = alongInner ? depth : width;
        String quick = "e % " + fast + "u";
        String slow = "e / " + fast + "u";
        String first = isLeft ? "firstRow" : "firstColumn";
        code.line("const unsigned k = " + (alongInner ? quick : slow) + ", own = " + (alongInner ? slow : quick) + ";");
        code.line("const unsigned depth = start + k, place = " + first + " + own;");
        code.line("float element = 0.0f;");
        code.open("if (depth < " + inner + "u && place < " + extent + "u)");
        Index along = Index.variable("depth", inner);
        Index place = Index.variable("place", extent);
        String value = new Reading(plan, kernel).value(operand, isLeft ? List.of(place, along) : List.of(along, place));
        code.line("element = " + value + ";").close();
        for (String statement : store) {
            code.line(statement);
        }
        code.close();
    }

    private boolean isTransposed(Tensor operand) {
        return operand instanceof Tensor.Transpose transpose && plan.isStored(transpose.operand());
    }
}
