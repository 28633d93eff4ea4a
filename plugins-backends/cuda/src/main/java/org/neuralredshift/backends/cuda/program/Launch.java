package org.neuralredshift.backends.cuda.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kernel with its geometry and arguments: grid.x = {@code blocks}, grid.y = networks of the chunk, or 1 if it is shared;
 * block.x = {@code threads}. The kernel is {@code extern "C" void kernel(T0* b0, T1* b1, ..., unsigned studySeed)}: pointers in the
 * order of the arguments, of per-network buffers to the first network of the chunk, and the study seed always last.
 *
 * @param kernel its name in the source
 * @param blocks of one network, or of all if it is shared; at least 1
 * @param threads of a block
 * @param sharedBytes dynamic shared memory of a block; above 48 KiB the function must be allowed it
 * @param arguments in order
 * @param perNetwork whether it runs for each network of a chunk
 * @param draws the weights that it draws, or null if it computes
 */
public record Launch(
        String kernel,
        long blocks,
        int threads,
        int sharedBytes,
        List<Buffer> arguments,
        boolean perNetwork,
        @Nullable Draw draws) {
    public Launch {
        arguments = List.copyOf(arguments);
    }

    /**
     * Weights that a launch draws. Of the launches that draw one weight, a run has the one of its distribution; none if the weight
     * is given, or if its distribution is drawn by the host.
     *
     * @param weight the name of the weight
     * @param distribution of the drawing
     */
    public record Draw(String weight, Distribution distribution) {}

    /** What a kernel can draw; Student's t and the ball are drawn by the host. */
    public enum Distribution {
        /** For every weight that {@link org.neuralredshift.api.random.Initialisation#isUniform} tells. */
        UNIFORM,
        /** Weights and biases of a normal distribution; frequencies always. */
        NORMAL,
        /** 1 or 0 everywhere: gains and offsets, whatever the distribution. */
        CONSTANT
    }
}
