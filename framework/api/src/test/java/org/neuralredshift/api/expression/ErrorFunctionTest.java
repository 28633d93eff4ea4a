package org.neuralredshift.api.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values: mpmath with 40 digits. */
class ErrorFunctionTest {
    @ParameterizedTest
    @CsvSource({
        "1e-300, 1.1283791670955126022e-300",
        "1e-8, 1.1283791670955125599e-8",
        "0.1, 0.1124629160182848984",
        "0.5, 0.52049987781304653768",
        "1, 0.84270079294971486934",
        "1.048, 0.86168519737184287535",
        "1.4999, 0.96609325166229527062",
        "1.5, 0.96610514647531072707",
        "1.5001, 0.96611703772041749788",
        "2, 0.99532226501895273416",
        "2.238, 0.99844922353528905625",
        "3, 0.99997790950300141456",
        "4, 0.99999998458274209972",
        "5, 0.99999999999846254021",
        "5.9, 0.9999999999999999281",
        "6.1, 1"
    })
    void agreesWithTheTableOnBothSides(double x, double expected) {
        assertEquals(expected, ErrorFunction.of(x), expected * 1e-15);
        assertEquals(-expected, ErrorFunction.of(-x), expected * 1e-15);
    }

    @Test
    void keepsZerosInfinitiesAndNaN() {
        assertEquals(0.0, ErrorFunction.of(0.0));
        assertEquals(-0.0, ErrorFunction.of(-0.0));
        assertEquals(1, ErrorFunction.of(Double.POSITIVE_INFINITY));
        assertEquals(-1, ErrorFunction.of(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(ErrorFunction.of(Double.NaN)));
    }
}
