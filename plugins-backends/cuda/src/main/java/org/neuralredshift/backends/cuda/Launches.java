package org.neuralredshift.backends.cuda;

import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.Map;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.program.Launch;
import org.neuralredshift.backends.cuda.program.Program;

/** The kernels of a program, ready to be started one after the other on a stream: the card starts each when the one before is done. */
final class Launches {
    private final Driver driver;
    private final long stream;
    private final CardMemory memory;
    private final WeightSource weights;
    private final PreparedLaunch[] shared;
    private final PreparedLaunch[] network;
    private final PreparedLaunch[] step;
    private final PreparedLaunch[] update;

    /**
     * @param functions of the program, by the names of their kernels
     * @param allocator gives native memory as long as kernels are started
     */
    Launches(
            Driver driver,
            long stream,
            Program program,
            Map<String, Long> functions,
            CardMemory memory,
            WeightSource weights,
            SegmentAllocator allocator) {
        this.driver = driver;
        this.stream = stream;
        this.memory = memory;
        this.weights = weights;
        this.shared = prepare(program.shared(), functions, allocator);
        this.network = prepare(program.network(), functions, allocator);
        this.step = prepare(program.step(), functions, allocator);
        this.update = prepare(program.update(), functions, allocator);
    }

    private static PreparedLaunch[] prepare(
            List<Launch> launches, Map<String, Long> functions, SegmentAllocator allocator) {
        return launches.stream()
                .map(launch -> new PreparedLaunch(launch, functions, allocator))
                .toArray(PreparedLaunch[]::new);
    }

    /** What depends on no network. */
    void startShared() {
        for (PreparedLaunch launch : shared) {
            launch.prepare(memory, 0, 0);
            launch.start(driver, stream, 1);
        }
    }

    /** Weights of a chunk of networks, and what no step changes. */
    void startNetworks(int first, int count) {
        for (PreparedLaunch launch : network) {
            if (weights.runs(launch.launch())) {
                launch.prepare(memory, first, weights.studySeed());
                launch.start(driver, stream, count);
            }
        }
    }

    /** So many steps of a chunk of networks. */
    void startSteps(int steps, int first, int count) {
        if (step.length + update.length == 0) {
            return;
        }
        for (PreparedLaunch launch : step) {
            launch.prepare(memory, first, weights.studySeed());
        }
        for (PreparedLaunch launch : update) {
            launch.prepare(memory, first, weights.studySeed());
        }
        for (int number = 0; number < steps; number++) {
            for (PreparedLaunch launch : step) {
                launch.start(driver, stream, count);
            }
            for (PreparedLaunch launch : update) {
                launch.start(driver, stream, count);
            }
        }
    }
}
