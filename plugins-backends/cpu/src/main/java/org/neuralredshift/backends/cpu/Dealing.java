package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.neuralredshift.backends.cpu.MatrixStep.At;

/**
 * Deals the rows of steps to threads. A thread runs ahead of the others as long as none touches what another has written, or
 * writes what another has touched, since they last met; only then all meet. So most steps of a network, where a row depends
 * on the same row before it, need no meeting. Whoever computes a sum computes all of it, in its order.
 */
final class Dealing {
    /** Work that is less than what it takes to meet. */
    private static final long LITTLE = 1 << 10;

    private final List<MatrixStep> steps;
    private final int threads;
    private final int[][] from;
    private final int[][] to;
    private final boolean[] waits;
    /** About what each thread does since they last met. */
    private final long[] load;
    /** The first step since. */
    private int met;

    private Dealing(List<MatrixStep> steps, int threads) {
        this.steps = steps;
        this.threads = threads;
        this.from = new int[threads][steps.size()];
        this.to = new int[threads][steps.size()];
        this.waits = new boolean[steps.size()];
        this.load = new long[threads];
    }

    static Schedule deal(List<MatrixStep> steps, int threads) {
        Dealing dealing = new Dealing(steps, threads);
        for (int i = 0; i < steps.size(); i++) {
            dealing.deal(i);
        }
        return new Schedule(
                steps.stream().map(MatrixStep::kernel).toArray(RowKernel[]::new),
                steps.stream()
                        .map(step -> step.at().stream().mapToInt(At::position).toArray())
                        .toArray(int[][]::new),
                dealing.from,
                dealing.to,
                dealing.waits);
    }

    private void deal(int number) {
        MatrixStep step = steps.get(number);
        if (step.together() > 0 && step.rows() / step.together() >= threads && step.effort() > LITTLE) {
            int pieces = (step.rows() + step.together() - 1) / step.together();
            for (int thread = 0; thread < threads; thread++) {
                from[thread][number] = bound(step, pieces, thread);
                to[thread][number] = bound(step, pieces, thread + 1);
                load[thread] += step.effort() / threads;
            }
            meet(number);
            return;
        }
        int[] byLoad = IntStream.range(0, threads)
                .boxed()
                .sorted((a, b) -> Long.compare(load[a], load[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int thread : byLoad) {
            give(number, thread);
            if (!conflicts(number)) {
                load[thread] += step.effort();
                return;
            }
        }
        give(number, byLoad[0]);
        load[byLoad[0]] += step.effort();
        meet(number);
    }

    private int bound(MatrixStep step, int pieces, int thread) {
        return Math.min(step.rows(), (int) ((long) pieces * thread / threads) * step.together());
    }

    /** All rows to one thread. */
    private void give(int number, int owner) {
        for (int thread = 0; thread < threads; thread++) {
            from[thread][number] = 0;
            to[thread][number] = thread == owner ? steps.get(number).rows() : -1;
        }
    }

    private void meet(int number) {
        if (conflicts(number)) {
            waits[number] = true;
            met = number;
            Arrays.fill(load, 0);
        }
    }

    /** Whether a thread touches in this step what another one must be done with. */
    private boolean conflicts(int number) {
        for (int before = met; before < number; before++) {
            for (int one = 0; one < threads; one++) {
                for (int other = 0; other < threads; other++) {
                    if (one != other && conflict(before, one, number, other)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean conflict(int before, int one, int number, int other) {
        List<Part> first = parts(before, one);
        List<Part> second = parts(number, other);
        return first.stream().anyMatch(a -> second.stream().anyMatch(a::conflicts));
    }

    /** A stretch of memory. */
    private record Part(long from, long to, boolean written) {
        boolean conflicts(Part other) {
            return (written || other.written) && from < other.to && other.from < to;
        }
    }

    private List<Part> parts(int number, int thread) {
        MatrixStep step = steps.get(number);
        int first = from[thread][number];
        int end = to[thread][number];
        List<Part> parts = new ArrayList<>();
        if (first > end) {
            return parts;
        }
        for (int i = 0; i < step.at().size(); i++) {
            At at = step.at().get(i);
            long begin = at.position() + (long) first * at.perRow();
            long last = at.position() + (long) Math.max(first, end - 1) * at.perRow();
            parts.add(new Part(begin, last + at.floats(), i < step.results()));
        }
        return parts;
    }
}
