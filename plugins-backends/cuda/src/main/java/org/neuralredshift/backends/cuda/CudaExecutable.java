package org.neuralredshift.backends.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.program.Launch;
import org.neuralredshift.backends.cuda.program.Program;
import org.neuralredshift.backends.cuda.program.Programs;

/** A program that is loaded on a card. */
final class CudaExecutable implements Executable {
    /** Dynamic shared memory that a block has without asking. */
    private static final int SHARED_BYTES = 48 * 1024;

    private final Card card;
    private final Program program;
    private final long module;
    private final Map<String, Long> functions = new HashMap<>();
    private boolean closed;

    CudaExecutable(Card card, Graph graph) {
        this.card = card;
        this.program = Programs.lower(graph, card.limits());
        byte[] code = card.compile(program.source());
        card.enter();
        Driver driver = card.driver();
        this.module = driver.loadModule(code);
        try {
            launches(program).forEach(launch -> {
                long function = functions.computeIfAbsent(launch.kernel(), kernel -> driver.function(module, kernel));
                if (launch.sharedBytes() > SHARED_BYTES) {
                    driver.allowSharedBytes(function, launch.sharedBytes());
                }
            });
        } catch (RuntimeException | Error e) {
            Releases.after(e, () -> driver.unloadModule(module));
            throw e;
        }
    }

    /** All of a program. */
    static Stream<Launch> launches(Program program) {
        return Stream.of(program.shared(), program.network(), program.step(), program.update())
                .flatMap(List::stream);
    }

    @Override
    public synchronized Session open(int networks) {
        if (closed) {
            throw new IllegalStateException("this program is closed: compile the graph again");
        }
        if (networks < 1) {
            throw new IllegalArgumentException("a session for " + networks + " networks: it takes at least 1");
        }
        try {
            return new CudaSession(card, program, functions, networks);
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    @Override
    public String explain() {
        return program.explanation().stripTrailing() + "\non " + card + "\n\n" + program.source();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            card.release(card::enter, () -> card.driver().unloadModule(module));
        }
    }
}
