package org.neuralredshift.testkit.plain;

import org.neuralredshift.api.random.RandomStream;

/** Arguments for elementary functions. */
public final class Sweep {
    private Sweep() {}

    /** Floats of every exponent and sign, dense ones within ±{@code dense}, and all that is special; none subnormal. */
    public static float[] numbers(int count, double dense, int number) {
        float[] special = {0, -0.0f, 1, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 88.8f, -104};
        float[] numbers = new float[count];
        RandomStream stream = new RandomStream().reset(17, number, 0, 0);
        for (int i = 0; i < count; i++) {
            float value = i < special.length
                    ? special[(i + number) % special.length]
                    : i % 2 == 0
                            ? Float.intBitsToFloat(stream.nextWord())
                            : (float) ((2 * stream.nextOpen() - 1) * dense);
            numbers[i] = Math.abs(value) < Float.MIN_NORMAL ? 0 : value;
        }
        return numbers;
    }
}
