package org.neuralredshift.api.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.random.Initialisation.Distribution;
import org.neuralredshift.api.random.Initialisation.Scale;

class InitialisationTest {
    private static final int SIDE = 200;
    private static final int COUNT = SIDE * SIDE;
    private static final Tensor.Weight SQUARE = weight(3, SIDE, SIDE);

    private static Tensor.Weight weight(int ordinal, int rows, int columns) {
        return new Tensor.Weight("w", ordinal, Shape.of(rows, columns), columns, rows, Tensor.Role.WEIGHT);
    }

    private static Initialisation absolute(Distribution distribution) {
        return new Initialisation(distribution, Scale.ABSOLUTE, 1, true, false, 5);
    }

    private static float[] draw(Initialisation initialisation, Tensor.Weight weight, long seed, double magnitude) {
        float[] out = new float[(int) weight.shape().size()];
        initialisation.draw(weight, 1, seed, magnitude, new RandomStream(), out);
        return out;
    }

    /** Five standard errors of the mean, and of the variance of the distribution with the longest tail. */
    @ParameterizedTest
    @EnumSource
    void everyDistributionHasMeanZeroAndTheDeviationOfTheUniformOne(Distribution distribution) {
        float[] values = draw(absolute(distribution), SQUARE, 2, 6);
        double deviation = 6 / Math.sqrt(3);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        assertEquals(0, sum / COUNT, 5 * deviation / SIDE);
        double kurtosis = distribution == Distribution.STUDENT_T ? 9 : 3;
        double error = 5 * deviation * deviation * Math.sqrt((kurtosis - 1) / COUNT);
        assertEquals(deviation * deviation, squares / COUNT, error);
    }

    /** Golden values: third quartiles over standard deviations, from scipy; a ball of 40,000 dimensions is normal. */
    @ParameterizedTest
    @EnumSource
    void everyDistributionHasItsThirdQuartile(Distribution distribution) {
        double quartile = switch (distribution) {
            case UNIFORM -> 0.8660254037844386;
            case NORMAL, BALL -> 0.6744897501960817;
            case STUDENT_T -> 0.7266868438004226 * Math.sqrt(3.0 / 5);
        };
        double bound = quartile * 6 / Math.sqrt(3);
        long below = 0;
        for (float value : draw(absolute(distribution), SQUARE, 2, 6)) {
            below += value < bound ? 1 : 0;
        }
        assertEquals(0.75, (double) below / COUNT, 5 * Math.sqrt(0.1875 / COUNT));
    }

    @Test
    void uniformWeightsAreTheWordsInUnitsOfTheHalfWidth() {
        float[] values = new float[4];
        absolute(Distribution.UNIFORM).draw(weight(0, 2, 2), 0, 0, 1, new RandomStream(), values);
        int[] words = {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
        for (int i = 0; i < 4; i++) {
            assertEquals((float) (words[i] / 2147483648.0), values[i]);
        }
    }

    @Test
    void uniformWeightsReachAllOfTheirIntervalAndNothingBeyond() {
        float[] values = draw(absolute(Distribution.UNIFORM), SQUARE, 4, 3);
        Arrays.sort(values);
        assertTrue(values[0] >= -3 && values[0] < -2.999, "lowest " + values[0]);
        assertTrue(values[COUNT - 1] <= 3 && values[COUNT - 1] > 2.999, "highest " + values[COUNT - 1]);
    }

    /** In a ball of radius r in n dimensions the mean distance from the centre is r n / (n + 1). */
    @Test
    void aBallIsFilledEvenlyUpToItsRadius() {
        Tensor.Weight three = weight(0, 3, 1);
        double radius = Math.sqrt(5.0 / 3);
        double sum = 0;
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            float[] v = draw(absolute(Distribution.BALL), three, seed, 1);
            double norm = Math.sqrt((double) v[0] * v[0] + (double) v[1] * v[1] + (double) v[2] * v[2]);
            assertTrue(norm <= radius * (1 + 1e-6), "norm " + norm);
            sum += norm;
        }
        double standardError = radius * Math.sqrt(3.0 / 80) / Math.sqrt(draws);
        assertEquals(0.75 * radius, sum / draws, 5 * standardError);
    }

    @ParameterizedTest
    @EnumSource
    void equalSeedsGiveEqualBitsAndOthersGiveOthers(Distribution distribution) {
        Initialisation initialisation = absolute(distribution);
        float[] first = draw(initialisation, SQUARE, 5, 2);
        assertArrayEquals(first, draw(initialisation, SQUARE, 5, 2));
        assertFalse(Arrays.equals(first, draw(initialisation, SQUARE, 6, 2)));
        assertFalse(Arrays.equals(first, draw(initialisation, weight(4, SIDE, SIDE), 5, 2)));
        float[] otherStudy = new float[COUNT];
        initialisation.draw(SQUARE, 9, 5, 2, new RandomStream(), otherStudy);
        assertFalse(Arrays.equals(first, otherStudy));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfDrawingDoesNotMatter(Distribution distribution) {
        Initialisation initialisation = absolute(distribution);
        float[] alone = draw(initialisation, SQUARE, 5, 2);
        RandomStream used = new RandomStream();
        float[] after = new float[COUNT];
        initialisation.draw(weight(0, 3, 7), 1, 5, 2, used, after);
        initialisation.draw(SQUARE, 1, 8, 2, used, after);
        initialisation.draw(SQUARE, 1, 5, 2, used, after);
        assertArrayEquals(alone, after);
    }

    @ParameterizedTest
    @EnumSource
    void equalSeedsAtTwiceTheMagnitudeGiveTwiceTheWeights(Distribution distribution) {
        float[] once = draw(absolute(distribution), SQUARE, 5, 1.5);
        float[] twice = draw(absolute(distribution), SQUARE, 5, 3);
        for (int i = 0; i < COUNT; i++) {
            assertEquals(2 * once[i], twice[i]);
        }
    }

    @Test
    void theHalfWidthFollowsScaleRoleAndWhatTheMagnitudeScales() {
        Tensor.Weight weight = weight(0, 64, 2);
        Tensor.Weight bias = new Tensor.Weight("b", 1, Shape.of(64), 2, 64, Tensor.Role.BIAS);
        Initialisation paper = new Initialisation(Distribution.UNIFORM, Scale.GLOROT, 1, true, false, 5);
        assertEquals(0.30151134457776363 * 7, paper.halfWidth(weight, 7), 1e-15);
        assertEquals(1, paper.halfWidth(bias, 7));
        Initialisation both = new Initialisation(Distribution.UNIFORM, Scale.ABSOLUTE, 0.5, true, true, 5);
        assertEquals(7, both.halfWidth(weight, 7));
        assertEquals(3.5, both.halfWidth(bias, 7));
        Initialisation neither = new Initialisation(Distribution.UNIFORM, Scale.ABSOLUTE, 0.5, false, false, 5);
        assertEquals(1, neither.halfWidth(weight, 7));
        assertEquals(0.5, neither.halfWidth(bias, 7));
    }

    @Test
    void magnitudeZeroGivesZeros() {
        for (Distribution distribution : Distribution.values()) {
            for (float value : draw(absolute(distribution), weight(0, 3, 3), 5, 0)) {
                assertEquals(0, Math.abs(value));
            }
        }
    }

    @Test
    void rejectsATailWithoutVarianceAndANegativeBias() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Initialisation(Distribution.STUDENT_T, Scale.GLOROT, 1, true, false, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Initialisation(Distribution.NORMAL, Scale.GLOROT, -1, true, false, 5));
    }

    /** Neither the magnitude nor the distribution of a study is about these. */
    @ParameterizedTest
    @EnumSource
    void rolesOfTheirOwnAreNeverScaled(Distribution distribution) {
        Initialisation initialisation = new Initialisation(distribution, Scale.GLOROT, 7, true, true, 5);
        float[] phases = draw(initialisation, of(Tensor.Role.PHASE), 2, 100);
        float[] words = draw(new Initialisation(Distribution.UNIFORM, Scale.ABSOLUTE, 1, true, true, 5), SQUARE, 2, 1);
        float[] frequencies = draw(initialisation, of(Tensor.Role.FREQUENCY), 2, 100);
        double squares = 0;
        int above = 0;
        for (int i = 0; i < COUNT; i++) {
            assertEquals(Math.PI * words[i], phases[i], 1e-6);
            squares += (double) frequencies[i] * frequencies[i];
            above += frequencies[i] > 1.6448536269514722 ? 1 : 0;
        }
        assertEquals(1, squares / COUNT, 5 * Math.sqrt(2.0 / COUNT));
        assertEquals(0.05, (double) above / COUNT, 5 * Math.sqrt(0.0475 / COUNT));
        assertEquals(1, draw(initialisation, of(Tensor.Role.GAIN), 2, 100)[COUNT - 1]);
        assertEquals(0, draw(initialisation, of(Tensor.Role.OFFSET), 2, 100)[COUNT - 1]);
    }

    private static Tensor.Weight of(Tensor.Role role) {
        return new Tensor.Weight("w", 3, Shape.of(COUNT), SIDE, SIDE, role);
    }
}
