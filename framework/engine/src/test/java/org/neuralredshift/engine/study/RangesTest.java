package org.neuralredshift.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @Test
    void bothEndsAreIncluded() {
        assertEquals(List.of(1L, 2L, 3L), Ranges.expand("range(1, 3)"));
        assertEquals(List.of(1L, 4L, 7L), Ranges.expand("range(1,8,3)"));
        assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), Ranges.expand("linspace(0, 1, 5)"));
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), Ranges.expand("logspace(1, 1000, 4)"));
        assertEquals(List.of(8.0, 4.0, 2.0), Ranges.expand("logspace(8, 2, 3)"));
        assertEquals(List.of(5.0), Ranges.expand("linspace(5, 5, 1)"));
    }

    @Test
    void theMagnitudesOfThePrototypeAreThoseOfNumpy() {
        List<Object> magnitudes = Ranges.expand("logspace(0.1, 100, 15)");
        assertEquals(15, magnitudes.size());
        // numpy.logspace(-1, 2, 15)[1] and [7]
        assertEquals(0.16378937069540642, (Double) magnitudes.get(1), 1e-12);
        assertEquals(3.1622776601683795, (Double) magnitudes.get(7), 1e-11);
        assertEquals(100.0, magnitudes.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range(1)",
                "range(1, 2, 0)",
                "range(1, 2, -1)",
                "range(1, 3000000)",
                "range(-9223372036854775808, 9223372036854775807)",
                "linspace(0, 1, 0)",
                "linspace(0, 1, 1)",
                "logspace(-1, 1, 3)",
                "logspace(1, inf, 3)",
                "range(,)",
                "steps(1, 2)"
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThrows(RuntimeException.class, () -> Ranges.expand(text));
    }
}
