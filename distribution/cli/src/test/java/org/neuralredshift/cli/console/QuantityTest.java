package org.neuralredshift.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void writesDurationsInTheirTwoLargestUnits() {
        assertEquals("under 1 s", Quantity.time(0.4));
        assertEquals("59 s", Quantity.time(59.4));
        assertEquals("1 min 0 s", Quantity.time(59.6));
        assertEquals("2 h 5 min", Quantity.time(7500));
    }

    @Test
    void writesBytesInBinaryUnits() {
        assertEquals("512.0 B", Quantity.bytes(512));
        assertEquals("1.5 GiB", Quantity.bytes(3L << 29));
    }

    @Test
    void writesRatesWithAboutThreeDigits() {
        assertEquals("4826", Quantity.rate(4826.4));
        assertEquals("17.6", Quantity.rate(17.61));
        assertEquals("0.25", Quantity.rate(0.251));
    }

    @Test
    void writesNumbersWithSevenDigitsHoweverLargeOrSmall() {
        assertEquals("0.1234568", Quantity.number(0.123456789));
        assertEquals("3.5E41", Quantity.number(3.5e41));
        assertEquals("1.0E-60", Quantity.number(1e-60));
        assertEquals("0.0", Quantity.number(0));
        assertEquals("Infinity", Quantity.number(Double.POSITIVE_INFINITY));
    }
}
