package org.neuralredshift.tasks.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.random.RandomStream;

class NullFunctionTest {
    private static final int SIDE = 64;

    private static float[] values(NullFunction function, long studySeed, long seed) {
        Grid grid = Grid.uniform(SIDE, 2);
        float[] values = new float[grid.points()];
        function.evaluate(new RandomStream(), studySeed, seed, grid.coordinates(), 2, values);
        return values;
    }

    @Test
    void theWordsAreThoseOfStudies() {
        assertEquals(List.of("white-noise", "linear", "step"), NullFunction.words());
        assertEquals(NullFunction.WHITE_NOISE, NullFunction.of("white-noise"));
    }

    @ParameterizedTest
    @EnumSource
    void dependsOnTheSeedsAlone(NullFunction function) {
        assertArrayEquals(values(function, 1, 2), values(function, 1, 2));
        // Steps are equal if their lines miss the grid, which is rare.
        assertTrue(different(function, 0, 1) > 15);
        assertTrue(different(function, 1, 0) > 15);
    }

    /** How many of twenty functions differ, whose seeds differ in these steps. */
    private static long different(NullFunction function, long studyStep, long step) {
        return LongStream.range(0, 20)
                .mapToObj(i -> Arrays.toString(values(function, i * studyStep, i * step)))
                .distinct()
                .count();
    }

    @Test
    void whiteNoiseHasTheMomentsOfTheNormalDistributionAndNoNeighbours() {
        double sum = 0;
        double square = 0;
        double fourth = 0;
        double neighbours = 0;
        int count = 0;
        for (long seed = 0; seed < 20; seed++) {
            float[] values = values(NullFunction.WHITE_NOISE, 5, seed);
            for (int i = 0; i < values.length; i++) {
                sum += values[i];
                square += values[i] * values[i];
                fourth += Math.pow(values[i], 4);
                neighbours += values[i] * values[(i + 1) % values.length];
                count++;
            }
        }
        // 81,920 numbers: standard errors 0.0035, 0.005, 0.034 and 0.0035.
        assertEquals(0, sum / count, 0.014);
        assertEquals(1, square / count, 0.02);
        assertEquals(3, fourth / count, 0.14);
        assertEquals(0, neighbours / count, 0.014);
    }

    @Test
    void whiteNoiseIsNotMadeOfTheNumbersThatWeightsAreMadeOf() {
        RandomStream weights = new RandomStream().reset(5, 0, 0, 0);
        float[] drawn = new float[SIDE * SIDE];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) weights.nextNormal();
        }
        float[] noise = values(NullFunction.WHITE_NOISE, 5, 0);
        double correlation = IntStream.range(0, drawn.length)
                        .mapToDouble(i -> drawn[i] * noise[i])
                        .sum()
                / drawn.length;
        assertEquals(0, correlation, 0.07);
    }

    @Test
    void aLinearFunctionHasSlopeOneInADirectionThatMayBeAny() {
        int[] quadrants = new int[4];
        for (long seed = 0; seed < 400; seed++) {
            float[] f = values(NullFunction.LINEAR, 5, seed);
            double step = 2.0 / (SIDE - 1);
            double dx = (f[1] - f[0]) / step;
            double dy = (f[SIDE] - f[0]) / step;
            assertEquals(1, Math.hypot(dx, dy), 1e-4);
            quadrants[(dx > 0 ? 1 : 0) + (dy > 0 ? 2 : 0)]++;
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double plane = dx * (column * step - 1) + dy * (row * step - 1);
                    assertEquals(plane, f[row * SIDE + column], 1e-4);
                }
            }
        }
        // Binomial with mean 100 and standard deviation 8.7.
        Arrays.stream(quadrants).forEach(count -> assertEquals(100, count, 35));
    }

    @Test
    void aStepIsOneOnOneSideOfAStraightLineThroughTheSquare() {
        int twoSided = 0;
        double mean = 0;
        for (long seed = 0; seed < 400; seed++) {
            float[] f = values(NullFunction.STEP, 5, seed);
            float[] slope = values(NullFunction.LINEAR, 5, seed);
            double lowestOfOne = 9;
            double highestOfOther = -9;
            for (int i = 0; i < f.length; i++) {
                assertTrue(f[i] == 1 || f[i] == -1);
                if (f[i] == 1) {
                    lowestOfOne = Math.min(lowestOfOne, slope[i]);
                } else {
                    highestOfOther = Math.max(highestOfOther, slope[i]);
                }
                mean += f[i] / (400.0 * f.length);
            }
            assertTrue(lowestOfOne > highestOfOther, "the line is across the direction of the linear function");
            twoSided += lowestOfOne < 9 && highestOfOther > -9 ? 1 : 0;
        }
        assertTrue(twoSided > 380, twoSided + " of 400 lines cross the grid");
        assertEquals(0, mean, 0.1);
    }
}
