package org.neuralredshift.backends.cuda;

import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neuralredshift.backends.cuda.driver.Arguments;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.program.Buffer;
import org.neuralredshift.backends.cuda.program.Launch;

/** A launch with room for its arguments, so that starting it again and again allocates nothing. */
final class PreparedLaunch {
    private final Launch launch;
    private final long function;
    private final int blocks;
    private final Arguments arguments;

    /**
     * @param functions of the program, by the names of their kernels
     * @param allocator gives native memory as long as the launch is used
     */
    PreparedLaunch(Launch launch, Map<String, Long> functions, SegmentAllocator allocator) {
        this.launch = launch;
        this.function = Objects.requireNonNull(functions.get(launch.kernel()), launch.kernel());
        this.blocks = Math.toIntExact(launch.blocks());
        this.arguments = new Arguments(launch.arguments().size() + 1, allocator);
    }

    /** What is launched. */
    Launch launch() {
        return launch;
    }

    /** Writes the arguments for a chunk that begins at a network. */
    void prepare(CardMemory memory, int first, int studySeed) {
        List<Buffer> buffers = launch.arguments();
        for (int i = 0; i < buffers.size(); i++) {
            arguments.address(i, memory.address(buffers.get(i), first));
        }
        arguments.word(buffers.size(), studySeed);
    }

    /** Starts it for so many networks. */
    void start(Driver driver, long stream, int count) {
        driver.launch(
                function,
                blocks,
                launch.perNetwork() ? count : 1,
                launch.threads(),
                launch.sharedBytes(),
                stream,
                arguments);
    }
}
