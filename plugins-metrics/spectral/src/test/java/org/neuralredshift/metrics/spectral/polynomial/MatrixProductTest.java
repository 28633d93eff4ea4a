package org.neuralredshift.metrics.spectral.polynomial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {
    private final Random random = new Random(11);

    private float[] numbers(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = random.nextFloat(-1, 1);
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 5, 40", "8, 3, 16", "9, 4, 17", "33, 64, 64", "33, 64, 33", "11, 6, 3", "20, 1, 31"})
    void vectorsHaveTheBitsOfPlainJava(int rows, int inner, int columns) {
        float[] left = numbers(rows * inner);
        float[] right = numbers(inner * columns);
        float[] expected = numbers(rows * columns);
        float[] found = numbers(rows * columns);
        new ScalarProduct().multiply(left, right, expected, rows, inner, columns);
        new VectorProduct().multiply(left, right, found, rows, inner, columns);
        assertArrayEquals(expected, found, 0);
        for (int at = 0; at < expected.length; at++) {
            double sum = 0;
            for (int k = 0; k < inner; k++) {
                sum += (double) left[at / columns * inner + k] * right[k * columns + at % columns];
            }
            assertEquals(sum, expected[at], 1e-6 * inner);
        }
    }

    @Test
    void vectorsAreUsedWhereTheyAre() {
        assertInstanceOf(VectorProduct.class, MatrixProduct.best());
    }
}
