package org.neuralredshift.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    /** Ten steps of 0.2 s: longer than all that an estimate may take. */
    @Test
    void ofNetworksThatTakeLongOneIsMeasured() throws IOException {
        Catalog catalog = Laboratory.climbing(step -> pause());
        Path file = Files.writeString(temp.resolve("long.yaml"), """
                task: climbs
                seeds: 100
                parameters: {steps: 10, activation: [relu, tanh], magnitude: [1, 2]}
                metrics: fourier
                """);
        Plan plan = Studies.plan(Studies.read(file, Preset.STANDARD, List.of(), catalog));
        Estimate estimate = new Runner(plan, catalog, catalog.find(Backend.class, "idle"), 1).estimate();
        assertEquals(1, estimate.measured());
        assertTrue(estimate.seconds() >= 400 * 2 && estimate.seconds() < 400 * 4, estimate::toString);
    }

    private static void pause() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
