package org.neuralredshift.api.training;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Map;
import org.neuralredshift.api.annotation.Api;

/**
 * The networks that are trained together: one element of each array per network. Kept by reference.
 *
 * @param studySeed 0 to 2^32 - 1, shared by all
 * @param seeds of the networks, 0 to 2^32 - 1: of their initial weights and the order of their batches
 * @param magnitudes of their initial weights
 * @param scalars by name, the numbers that the architecture reads per network: {@link
 *     org.neuralredshift.api.network.Architecture#PREFACTOR}, if it has prefactors
 * @param learningRates at least 0, before the schedule
 * @param weightDecays at least 0
 * @param rows of the table that each is trained on; all have equally many
 */
@Api(INCUBATING)
public record Start(
        long studySeed,
        long[] seeds,
        double[] magnitudes,
        Map<String, float[]> scalars,
        float[] learningRates,
        float[] weightDecays,
        int[][] rows) {
    /** @throws IllegalArgumentException if arrays have different lengths, or a network has other numbers of rows than the first */
    public Start {
        scalars = Map.copyOf(scalars);
        requireCount("magnitudes", magnitudes.length, seeds.length);
        requireCount("learning rates", learningRates.length, seeds.length);
        requireCount("weight decays", weightDecays.length, seeds.length);
        requireCount("lists of rows", rows.length, seeds.length);
        scalars.forEach((name, values) -> requireCount(name, values.length, seeds.length));
        for (int[] own : rows) {
            requireCount("rows of the table", own.length, rows[0].length);
        }
    }

    /** The number of networks. */
    public int networks() {
        return seeds.length;
    }

    private static void requireCount(String what, int count, int expected) {
        if (count != expected || expected == 0) {
            throw new IllegalArgumentException(
                    count + " " + what + ", but there must be " + Math.max(1, expected) + " as of the others");
        }
    }
}
