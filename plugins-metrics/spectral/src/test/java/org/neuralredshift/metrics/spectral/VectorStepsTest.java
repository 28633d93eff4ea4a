package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorStepsTest {
    private final Random random = new Random(7);

    private float[] numbers(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = random.nextFloat(-1, 1);
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 16, 31, 33})
    void butterfliesHaveTheBitsOfPlainJava(int run) {
        ComplexColumns from = new ComplexColumns(numbers(5 * run + 3), numbers(5 * run + 3));
        float[] cos = numbers(7);
        float[] sin = numbers(7);
        for (int radix = 2; radix <= 5; radix++) {
            ComplexColumns expected = ComplexColumns.of(5 * run + 1, 1);
            ComplexColumns found = ComplexColumns.of(5 * run + 1, 1);
            apply(new ScalarButterflies(), radix, from, expected, run, cos, sin);
            apply(new VectorButterflies(), radix, from, found, run, cos, sin);
            assertArrayEquals(expected.real(), found.real(), 0, "radix " + radix);
            assertArrayEquals(expected.imaginary(), found.imaginary(), 0, "radix " + radix);
        }
    }

    private static void apply(
            Butterflies butterflies,
            int radix,
            ComplexColumns from,
            ComplexColumns to,
            int run,
            float[] cos,
            float[] sin) {
        switch (radix) {
            case 2 -> butterflies.two(from, 3, run, to, 1, run, cos, sin, 2);
            case 3 -> butterflies.three(from, 3, run, to, 1, run, cos, sin, 2);
            case 4 -> butterflies.four(from, 3, run, to, 1, run, cos, sin, 2);
            default -> butterflies.five(from, 3, run, to, 1, run, cos, sin, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 33})
    void rowStepsHaveTheBitsOfPlainJava(int count) {
        float[] plane = new float[count + 2];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) random.nextGaussian();
        }
        float[] weights = numbers(count + 1);
        float[] expected = new float[count + 3];
        float[] found = new float[count + 3];
        new ScalarRowSteps().weigh(plane, 2, 0.7f, weights, 1, expected, 3, count);
        new VectorRowSteps().weigh(plane, 2, 0.7f, weights, 1, found, 3, count);
        assertArrayEquals(expected, found, 0);
        ComplexColumns spectrum = new ComplexColumns(numbers(2 * count + 1), numbers(2 * count + 1));
        float[] factors = numbers(count);
        for (int minus : new int[] {-1, count + 1}) {
            for (boolean power : new boolean[] {true, false}) {
                new ScalarRowSteps().fold(spectrum, 1, minus, power, factors, expected, 2);
                new VectorRowSteps().fold(spectrum, 1, minus, power, factors, found, 2);
                assertArrayEquals(expected, found, 0);
            }
        }
    }

    @Test
    void vectorsAreUsedWhereTheyAre() {
        assertInstanceOf(VectorButterflies.class, Butterflies.best());
        assertInstanceOf(VectorRowSteps.class, RowSteps.best());
    }
}
