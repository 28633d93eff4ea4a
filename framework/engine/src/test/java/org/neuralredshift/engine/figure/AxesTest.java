package org.neuralredshift.engine.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {
    private static List<String> labels(List<Scale.Tick> ticks) {
        return ticks.stream()
                .map(Scale.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void aLinearAxisIsMarkedAtRoundNumbers() {
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(new Scale(0, 1, false).ticks(5)));
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(new Scale(0, 1.1, false).ticks(5)));
        assertEquals(List.of("−1", "−0.5", "0", "0.5", "1"), labels(new Scale(-1, 1, false).ticks(4)));
    }

    @Test
    void aLogarithmicAxisIsMarkedAtDecadesAndBetweenThemIfThereAreFew() {
        assertEquals(List.of("1", "2", "5", "10", "20", "50"), labels(new Scale(1, 50, true).ticks(8)));
        assertEquals(List.of("0.1", "1", "10", "100"), labels(new Scale(0.1, 100, true).ticks(8)));
    }

    @Test
    void aLogarithmicAxisHasTwoLabelsAtLeast() {
        assertEquals(List.of("10", "100", "1000"), labels(new Scale(4.3, 1050, true).ticks(3)));
        assertEquals(List.of("0.001", "1e15", "1e33", "1e51"), labels(new Scale(8e-4, 1e51, true).ticks(3)));
        assertEquals(List.of("4", "6", "8"), labels(new Scale(2.1, 9.5, true).ticks(3)));
        // log(4 / 2.1) / log(9.5 / 2.1)
        assertEquals(0.42691, new Scale(2.1, 9.5, true).ticks(3).getFirst().position(), 1e-5);
    }

    @Test
    void aScaleGoesFromZeroToOneUnlessValuesLieBeyond() {
        assertEquals(new Scale(0, 1, false), Scale.unitOrMore(0.2, 0.9));
        assertEquals(new Scale(0, 1.1, false), Scale.unitOrMore(0.2, 1.02));
        assertEquals(new Scale(0, 1.2, false), Scale.unitOrMore(0.2, 1.13));
        assertEquals(new Scale(-0.5, 40, false), Scale.unitOrMore(-0.41, 37));
        assertEquals(new Scale(0, 1, false), Scale.unitOrMore(Double.NaN, Double.NaN));
    }

    @Test
    void anAxisNeedsAnExtent() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, 1, true));
    }

    @Test
    void theSpacingOfValuesTellsWhetherAnAxisIsLogarithmic() {
        assertFalse(Scale.isGeometric(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertFalse(Scale.isGeometric(1, 2, 3, 4, 6, 8));
        assertFalse(Scale.isGeometric(0, 1, 10, 100));
        assertTrue(Scale.isGeometric(8, 32, 128, 512));
        assertTrue(Scale.isGeometric(1, 2, 5, 10, 20, 50));
        assertTrue(Scale.isGeometric(1, 10, 1e30));
        assertTrue(Scale.isGeometric(1, 10));
        assertFalse(Scale.isGeometric(1, 5));
    }

    @Test
    void anAxisAlongValuesShowsItsEndsWhole() {
        assertEquals(new Scale(0.73, 10.27, false), Scale.along(1, 4, 7, 10));
        assertTrue(Scale.along(8, 32, 128, 512).low() < 8
                && Scale.along(8, 32, 128, 512).high() > 512);
        assertEquals(new Scale(2.5, 3.5, false), Scale.along(3));
    }

    @Test
    void aMeasureThatSpansDecadesBeyondOneHasALogarithmicAxis() {
        assertEquals(new Scale(0.1, 1000, true), Scale.ordinate(0.2, 300));
        assertEquals(new Scale(0, 1.1, false), Scale.ordinate(0.001, 1.05));
        assertEquals(new Scale(0, 40, false), Scale.ordinate(10, 37));
    }

    @Test
    void cellsInGeometricProgressionAreMarkedLikeALogarithmicAxis() {
        CellAxis axis = new CellAxis("magnitude", List.of(0.5, 1.5811388, 5.0, 15.811388, 50.0));
        assertTrue(axis.isGeometric());
        Scale.Tick five = axis.ticks(5).stream()
                .filter(t -> t.label().equals("5"))
                .findFirst()
                .orElseThrow();
        assertEquals(2.5 / 5, five.position(), 1e-9);
    }

    @Test
    void cellsAtEqualDistancesAreMarkedAtRoundNumbers() {
        CellAxis axis = new CellAxis("magnitude", List.of(1.0, 5.5, 10.0, 14.5, 19.0));
        assertEquals(List.of("5", "10", "15"), labels(axis.ticks(4)));
    }

    @Test
    void otherCellsAreMarkedInTheirMiddle() {
        CellAxis axis = new CellAxis("depth", List.of(8L, 1L, 2L, 4L));
        assertFalse(axis.isGeometric());
        assertEquals(List.of(1L, 2L, 4L, 8L), axis.values());
        assertEquals(List.of("1", "2", "4", "8"), labels(axis.ticks(9)));
        assertEquals(0.125, axis.ticks(9).getFirst().position());
    }

    @Test
    void marksAreThinnedOutWhereThereIsNoRoom() {
        assertEquals(List.of("1", "3", "5"), labels(new CellAxis("depth", List.of(1L, 2L, 3L, 4L, 5L)).ticks(3)));
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.3", "50.0, 50", "1234567, 1.23e6", "0.00001, 1e−5", "-2.5, −2.5", "0, 0"})
    void numbersAreShort(double number, String text) {
        assertEquals(text, Numbers.brief(number));
    }

    @Test
    void largeFixedNumbersArePowersOfTen() {
        assertEquals("999999.500", Numbers.fixed(999999.5, 3));
        assertEquals("1.235e6", Numbers.fixed(1234567.8, 3));
        assertEquals("−2.5e61", Numbers.fixed(-2.5e61, 3));
    }

    @Test
    void fixedNumbersNeverShowMinusZero() {
        assertEquals("0.000", Numbers.fixed(-0.0001, 3));
        assertEquals("−0.010", Numbers.fixed(-0.01, 3));
        assertEquals("–", Numbers.fixed(Double.NaN, 3));
    }
}
