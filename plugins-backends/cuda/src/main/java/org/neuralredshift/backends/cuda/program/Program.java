package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.neuralredshift.api.graph.Graph;

/**
 * A graph as CUDA C, and the launches that run it. A run is: {@code shared} once; then for each chunk of networks {@code network}
 * once, and for each step {@code step} followed by {@code update}. Launches of a list run in their order, each sees what those
 * before it wrote.
 *
 * @param graph what it computes
 * @param source CUDA C, for NVRTC without any header, to be compiled with {@code --fmad=false}: a product and a sum are
 *     fused only where the text says so
 * @param buffers every buffer that a launch has as argument, and every state and output of the graph
 * @param shared what depends on inputs and constants only
 * @param network the drawing of weights, and what no step changes
 * @param step what depends on states
 * @param update states take their new values
 * @param indexed what a failing index is told of, by number, see {@link #failure}
 * @param explanation kernels, shapes, blocks, and every fallback with its reason
 */
public record Program(
        Graph graph,
        String source,
        List<Buffer> buffers,
        List<Launch> shared,
        List<Launch> network,
        List<Launch> step,
        List<Launch> update,
        List<String> indexed,
        String explanation) {
    /** Words of a {@link Buffer.Kind#FLAG}. */
    public static final int FLAG_WORDS = 4;

    public Program {
        buffers = List.copyOf(buffers);
        shared = List.copyOf(shared);
        network = List.copyOf(network);
        step = List.copyOf(step);
        update = List.copyOf(update);
        indexed = List.copyOf(indexed);
    }

    /**
     * What the flag tells after a run: empty if all went well, else a sentence about the first index that is no row of its table.
     *
     * @param flag {@link #FLAG_WORDS} words: 0, or one more than the number of the operation; the position of the index; its float32
     */
    public String failure(int[] flag) {
        return flag[0] == 0
                ? ""
                : indexed.get(flag[0] - 1).formatted(Float.toString(Float.intBitsToFloat(flag[2])), flag[1]);
    }
}
