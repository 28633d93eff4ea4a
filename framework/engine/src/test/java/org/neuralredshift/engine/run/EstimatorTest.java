package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.engine.Laboratory;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

class EstimatorTest {
    @TempDir
    private Path temp;

    /** Ten steps of 60 ms: longer than what is measured several at a time. */
    @Test
    void ofNetworksThatTakeLongFourAreMeasured() throws IOException {
        Estimate estimate = estimate(step -> pause(60));
        assertEquals(4, estimate.measured());
        assertTrue(estimate.seconds() >= 400 * 0.6 && estimate.seconds() < 400 * 2.4, estimate::toString);
    }

    @Test
    void whatFoundAColdMachineDoesNotCount() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        Estimate estimate = estimate(step -> pause(steps.incrementAndGet() <= 10 ? 300 : 45));
        assertTrue(estimate.seconds() >= 400 * 0.45 && estimate.seconds() < 400 * 1.5, estimate::toString);
    }

    private Estimate estimate(IntConsumer everyStep) throws IOException {
        Catalog catalog = Laboratory.climbing(everyStep);
        Path file = Files.writeString(temp.resolve("long.yaml"), """
                task: climbs
                seeds: 100
                parameters: {steps: 10, activation: [relu, tanh], magnitude: [1, 2]}
                metrics: fourier
                """);
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
        return new Runner(plan, catalog, catalog.find(Backend.class, "idle"), 1).estimate();
    }

    private static void pause(int milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
