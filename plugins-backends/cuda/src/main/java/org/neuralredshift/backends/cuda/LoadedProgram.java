package org.neuralredshift.backends.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.Session;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.program.Program;

/** A program on one card: its module and its kernels. */
final class LoadedProgram implements AutoCloseable {
    /** Dynamic shared memory that a block has without asking. */
    private static final int SHARED_BYTES = 48 * 1024;

    private final Card card;
    private final Program program;
    private final long module;
    private final Map<String, Long> functions = new HashMap<>();

    /** @param code of the program, compiled for the card */
    LoadedProgram(Card card, Program program, byte[] code) {
        this.card = card;
        this.program = program;
        try {
            card.enter();
            Driver driver = card.driver();
            this.module = driver.loadModule(code);
            try {
                find(driver);
            } catch (RuntimeException | Error e) {
                Releases.after(e, () -> driver.unloadModule(module));
                throw e;
            }
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    private void find(Driver driver) {
        Stream.of(program.shared(), program.network(), program.step(), program.update())
                .flatMap(List::stream)
                .forEach(launch -> {
                    long function = functions.computeIfAbsent(launch.kernel(), name -> driver.function(module, name));
                    if (launch.sharedBytes() > SHARED_BYTES) {
                        driver.allowSharedBytes(function, launch.sharedBytes());
                    }
                });
    }

    /** Where it is. */
    Card card() {
        return card;
    }

    /** A session on this card. */
    Session open(int networks) {
        try {
            return new CudaSession(card, program, functions, networks);
        } catch (DriverException e) {
            throw card.judge(e);
        }
    }

    @Override
    public void close() {
        card.release(card::enter, () -> card.driver().unloadModule(module));
    }
}
