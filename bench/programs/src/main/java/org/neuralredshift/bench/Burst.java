package org.neuralredshift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What workers on threads of their own did in a stretch of time.
 *
 * @param done what they did, in the unit that they count in
 * @param seconds how long it took
 * @param processorSeconds processor time of this process in it
 * @param others the share of the machine that other processes took, 0 to 1
 */
public record Burst(double done, double seconds, double processorSeconds, double others) {
    private static final double TICKS_PER_SECOND = 100;

    private static final int WARM_UP = 3;

    /** Does the same thing again and again on one thread. */
    @FunctionalInterface
    public interface Worker extends AutoCloseable {

        /** Does it once, and says how much that was. */
        double step();

        /** Releases what it holds, on its thread. */
        @Override
        default void close() {}
    }

    /** Per second of time. */
    public double rate() {
        return done / seconds;
    }

    /** Opens a worker on each of that many threads, and lets all of them, once they are warm, run for that long. */
    public static Burst of(int threads, double seconds, Callable<Worker> workers)
            throws IOException, InterruptedException, ExecutionException {
        CountDownLatch warm = new CountDownLatch(threads);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong end = new AtomicLong();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Double>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(executor.submit(() -> worked(workers, warm, begun, end)));
            }
            warm.await();
            double own = ownSeconds();
            double all = allSeconds();
            long start = System.nanoTime();
            end.set(start + (long) (seconds * 1e9));
            begun.countDown();
            double done = 0;
            for (Future<Double> count : counts) {
                done += count.get();
            }
            double taken = (System.nanoTime() - start) / 1e9;
            own = ownSeconds() - own;
            all = allSeconds() - all;
            int cores = Runtime.getRuntime().availableProcessors();
            return new Burst(done, taken, own, Math.max(0, all - own) / taken / cores);
        }
    }

    private static double worked(Callable<Worker> workers, CountDownLatch warm, CountDownLatch begun, AtomicLong end)
            throws Exception {
        double done = 0;
        try (Worker worker = workers.call()) {
            for (int i = 0; i < WARM_UP; i++) {
                worker.step();
            }
            warm.countDown();
            begun.await();
            while (System.nanoTime() - end.get() < 0) {
                done += worker.step();
            }
        } finally {
            // Of use where a worker fails before it is warm: nobody is to wait for it.
            warm.countDown();
        }
        return done;
    }

    /** Seconds in which any core was busy: user, nice, system, interrupts, stolen. */
    private static double allSeconds() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        double ticks = 0;
        for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ownSeconds() throws IOException {
        String text = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
    }
}
