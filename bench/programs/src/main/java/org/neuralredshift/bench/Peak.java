package org.neuralredshift.bench;

import java.io.IOException;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most that the cores give: fma on registers, without loads or stores. {@code bench/peak --serve} runs it: a request names
 * {@code threads} and {@code seconds}, an answer {@code gflops}, 10^9 floating-point operations per second of all threads
 * (an fma counts two), and {@code ext}, the share of the machine that other processes took.
 */
final class Peak {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    /** Two units with a latency of four cycles need eight; sixteen and the two operands still fit 32 registers. */
    private static final int CHAINS = 16;

    private static final int ROUNDS = 1000;
    private static final double OPERATIONS = 2.0 * CHAINS * LANES.length() * ROUNDS;

    /** So often that the loop is compiled: before, vectors are objects. */
    private static final int WARM_UP = 20_000;

    private Peak() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            step();
        }
        Server.serve(Peak::answer);
    }

    private static String answer(Request request) throws Exception {
        int threads = request.integer("threads", Runtime.getRuntime().availableProcessors());
        Burst burst = Burst.of(threads, request.number("seconds", 1), () -> Peak::step);
        return String.format(
                Locale.ROOT,
                "{\"gflops\": %.2f, \"gflop_per_cpu_s\": %.2f, \"lanes\": %d, \"threads\": %d, \"ext\": %.4f}",
                burst.rate() / 1e9,
                burst.done() / burst.processorSeconds() / 1e9,
                LANES.length(),
                threads,
                burst.others());
    }

    private static double step() {
        // The sum decides, so that no compiler may leave the chains out; it converges to 16 times 0.2.
        return Float.isFinite(chains()) ? OPERATIONS : 0;
    }

    private static float chains() {
        FloatVector a = FloatVector.broadcast(LANES, 0.5f);
        FloatVector b = FloatVector.broadcast(LANES, 0.1f);
        // Different values, or the compiler could do equal chains once.
        FloatVector c0 = FloatVector.broadcast(LANES, 0f);
        FloatVector c1 = FloatVector.broadcast(LANES, 1f);
        FloatVector c2 = FloatVector.broadcast(LANES, 2f);
        FloatVector c3 = FloatVector.broadcast(LANES, 3f);
        FloatVector c4 = FloatVector.broadcast(LANES, 4f);
        FloatVector c5 = FloatVector.broadcast(LANES, 5f);
        FloatVector c6 = FloatVector.broadcast(LANES, 6f);
        FloatVector c7 = FloatVector.broadcast(LANES, 7f);
        FloatVector c8 = FloatVector.broadcast(LANES, 8f);
        FloatVector c9 = FloatVector.broadcast(LANES, 9f);
        FloatVector c10 = FloatVector.broadcast(LANES, 10f);
        FloatVector c11 = FloatVector.broadcast(LANES, 11f);
        FloatVector c12 = FloatVector.broadcast(LANES, 12f);
        FloatVector c13 = FloatVector.broadcast(LANES, 13f);
        FloatVector c14 = FloatVector.broadcast(LANES, 14f);
        FloatVector c15 = FloatVector.broadcast(LANES, 15f);
        for (int i = 0; i < ROUNDS; i++) {
            c0 = c0.fma(a, b);
            c1 = c1.fma(a, b);
            c2 = c2.fma(a, b);
            c3 = c3.fma(a, b);
            c4 = c4.fma(a, b);
            c5 = c5.fma(a, b);
            c6 = c6.fma(a, b);
            c7 = c7.fma(a, b);
            c8 = c8.fma(a, b);
            c9 = c9.fma(a, b);
            c10 = c10.fma(a, b);
            c11 = c11.fma(a, b);
            c12 = c12.fma(a, b);
            c13 = c13.fma(a, b);
            c14 = c14.fma(a, b);
            c15 = c15.fma(a, b);
        }
        FloatVector low = c0.add(c1).add(c2).add(c3).add(c4).add(c5).add(c6).add(c7);
        FloatVector high =
                c8.add(c9).add(c10).add(c11).add(c12).add(c13).add(c14).add(c15);
        return low.add(high).lane(0);
    }
}
