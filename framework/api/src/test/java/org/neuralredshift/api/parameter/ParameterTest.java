package org.neuralredshift.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTest {
    private static final Parameter DEPTH = Parameter.integer("depth", 3, Origin.ASSUMED, 0, 1000, "layers", "");
    private static final Parameter MAGNITUDE = Parameter.real("magnitude", 1, Origin.PAPER, 0, 1e38, "", "");
    private static final Parameter SCAN =
            Parameter.choice("scan", "rows", Origin.ASSUMED, List.of("rows", "hilbert"), "");
    private static final Parameter REVERSE = Parameter.flag("reverse", false, Origin.ASSUMED, "");

    @Test
    void readsTextAsItsType() {
        assertEquals(7L, DEPTH.parse("7"));
        assertEquals(0.5, MAGNITUDE.parse("5e-1"));
        assertEquals("hilbert", SCAN.parse("hilbert"));
        assertEquals(true, REVERSE.parse("true"));
    }

    @Test
    void namesTheParameterTheTextAndWhatWouldBeLawful() {
        assertRejected("depth is many, but must be a whole number from 0 to 1000 layers", DEPTH, "many");
        assertRejected("depth is 2.5, but must be a whole number from 0 to 1000 layers", DEPTH, "2.5");
        assertRejected("depth is -1, but must be a whole number from 0 to 1000 layers", DEPTH, "-1");
        assertRejected("magnitude is NaN, but must be a finite number from 0 to 1.0E38", MAGNITUDE, "NaN");
        assertRejected("scan is spiral, but must be one of rows, hilbert", SCAN, "spiral");
        assertRejected("reverse is yes, but must be true or false", REVERSE, "yes");
    }

    private static void assertRejected(String message, Parameter parameter, String text) {
        Exception error = assertThrows(InvalidParameterException.class, () -> parameter.parse(text));
        assertEquals(message, error.getMessage());
    }
}
