package org.neuralredshift.metrics.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTransformTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 23, 25, 27, 28, 30, 32, 45, 49, 60, 64,
                97, 100, 101, 128, 300, 301
            })
    void agreesWithTheDefinitionInEveryLane(int length) {
        for (int lanes : new int[] {1, 3, 8, 17}) {
            Random random = new Random(length);
            ComplexColumns data = ComplexColumns.of(length, lanes);
            double[][] re = new double[lanes][length];
            double[][] im = new double[lanes][length];
            for (int j = 0; j < length; j++) {
                for (int lane = 0; lane < lanes; lane++) {
                    data.real()[j * lanes + lane] = (float) (re[lane][j] = (float) random.nextGaussian());
                    data.imaginary()[j * lanes + lane] = (float) (im[lane][j] = (float) random.nextGaussian());
                }
            }
            ComplexColumns result = ColumnTransform.of(length, lanes).apply(data, ComplexColumns.of(length, lanes));
            double tolerance = 3e-6 * Math.sqrt(length);
            for (int lane = 0; lane < lanes; lane++) {
                for (int k = 0; k < length; k++) {
                    double[] expected = SlowTransform.of(re[lane], im[lane], k);
                    assertEquals(expected[0], result.real()[k * lanes + lane], tolerance, "real part of bin " + k);
                    assertEquals(
                            expected[1], result.imaginary()[k * lanes + lane], tolerance, "imaginary part of " + k);
                }
            }
        }
    }

    @Test
    void isTheSameTheSecondTime() {
        ColumnTransform transform = ColumnTransform.of(7, 2);
        for (int time = 0; time < 2; time++) {
            ComplexColumns data = ComplexColumns.of(7, 2);
            data.real()[0] = 1;
            ComplexColumns result = transform.apply(data, ComplexColumns.of(7, 2));
            for (int k = 0; k < 7; k++) {
                assertEquals(1, result.real()[2 * k], 1e-6);
                assertEquals(0, result.imaginary()[2 * k], 1e-6);
                assertEquals(0, result.real()[2 * k + 1], 1e-6);
            }
        }
    }

    @Test
    void usesTheConvolutionOnlyForPrimesAboveFive() {
        assertInstanceOf(MixedRadix.class, ColumnTransform.of(300, 1));
        assertInstanceOf(Bluestein.class, ColumnTransform.of(28, 1));
    }
}
