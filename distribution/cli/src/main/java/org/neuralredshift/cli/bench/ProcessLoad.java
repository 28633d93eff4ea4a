package org.neuralredshift.cli.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time and memory used so far.
 *
 * @param wall nanoseconds of {@link System#nanoTime}
 * @param own seconds of all processors that this process used
 * @param machine seconds of all processors that the machine was busy; NaN where the system does not tell
 * @param allocated bytes of objects that all threads made
 */
record ProcessLoad(long wall, double own, double machine, long allocated) {
    private static final Path STAT = Path.of("/proc/stat");
    /** Linux counts in hundredths of a second towards programs, whatever the kernel's own clock. */
    private static final double TICKS_PER_SECOND = 100;
    /** Positions of user, nice, system, irq, softirq and steal in the first line. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    static ProcessLoad now() {
        double own = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElse(0L)
                / 1e9;
        long allocated = ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes();
        return new ProcessLoad(System.nanoTime(), own, busy(), allocated);
    }

    private static double busy() {
        if (!Files.isReadable(STAT)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(STAT)) {
            String[] words = lines.findFirst().orElse("").split(" +");
            double sum = 0;
            for (int position : BUSY) {
                sum += position < words.length ? Long.parseLong(words[position]) : 0;
            }
            return sum / TICKS_PER_SECOND;
        } catch (IOException e) {
            return Double.NaN; // recorded as null: the share of others is not known
        }
    }

    /** Seconds since an earlier state. */
    double secondsSince(ProcessLoad earlier) {
        return (wall - earlier.wall) / 1e9;
    }

    /** Processor seconds of this process since an earlier state. */
    double ownSince(ProcessLoad earlier) {
        return own - earlier.own;
    }

    /** Bytes of objects made since an earlier state. */
    long allocatedSince(ProcessLoad earlier) {
        return allocated - earlier.allocated;
    }

    /** The share of the machine that other processes took since an earlier state, 0 to 1. */
    double othersSince(ProcessLoad earlier) {
        double others = machine - earlier.machine - ownSince(earlier);
        int processors = Runtime.getRuntime().availableProcessors();
        return others < 0 ? 0 : others / (secondsSince(earlier) * processors);
    }
}
