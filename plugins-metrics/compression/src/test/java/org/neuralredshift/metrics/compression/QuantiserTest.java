package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantiserTest {
    private static String symbols(Quantiser quantiser, float... values) {
        byte[] symbols = new byte[values.length];
        quantiser.quantise(values, IntStream.range(0, values.length).toArray(), symbols);
        StringBuilder out = new StringBuilder();
        for (byte symbol : symbols) {
            out.append((char) ('0' + symbol));
        }
        return out.toString();
    }

    private static String aboveMedian(float... values) {
        String found = symbols(new MedianQuantiser(new BucketSelection(values.length)), values);
        assertEquals(found, symbols(new MedianQuantiser(new VectorSelection(values.length)), values));
        return found;
    }

    @Test
    void medianSplitsInHalves() {
        assertEquals("0110", aboveMedian(1, 4, 3, 2));
        // The one in the middle is not above itself.
        assertEquals("01100", aboveMedian(1, 5, 4, 2, 3));
        assertEquals("0011", aboveMedian(-5, -0f, 1, 1e30f));
    }

    @Test
    void medianKeepsFunctionsOfTwoValues() {
        assertEquals("00010", aboveMedian(0, 0, 0, 1, 0));
        assertEquals("11101", aboveMedian(1, 1, 1, 0, 1));
        assertEquals("101", aboveMedian(2, 1, 2));
    }

    @Test
    void medianTakesTheZerosForEqual() {
        assertEquals("0001", aboveMedian(-0f, 0f, -0f, 1));
        assertEquals("1101", aboveMedian(-0f, 0f, -1, 0f));
        assertEquals("0010", aboveMedian(-0f, 0f, Float.MIN_VALUE, -Float.MIN_VALUE));
        assertEquals("0110", aboveMedian(-1, Float.MAX_VALUE, 1, -Float.MAX_VALUE));
    }

    @Test
    void ranksHoldEquallyManySamples() {
        assertEquals("021120", symbols(new RankQuantiser(6, 3), -9, 50, 3, 4, 1e9f, -8));
        // Seven samples on three levels: thresholds are the third and the fifth of them.
        assertEquals("0001122", symbols(new RankQuantiser(7, 3), 1, 2, 3, 4, 5, 6, 7));
        // Equal samples share a level: sorted 1 1 1 2, thresholds 1 and 1 and 1.
        assertEquals("0030", symbols(new RankQuantiser(4, 4), 1, 1, 2, 1));
    }

    @Test
    void ranksDoNotSeeMonotoneMaps() {
        Random random = new Random(4);
        float[] values = new float[1000];
        float[] cubes = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(-500, 500);
            cubes[i] = values[i] * values[i] * values[i];
        }
        for (int levels : new int[] {2, 7, 60}) {
            String found = symbols(new RankQuantiser(1000, levels), values);
            assertEquals(found, symbols(new RankQuantiser(1000, levels), cubes));
            assertEquals(levels, found.chars().distinct().count());
        }
        assertEquals(aboveMedian(values), symbols(new RankQuantiser(1000, 2), values));
    }

    @Test
    void levelsOfEqualWidth() {
        assertEquals("0013444", symbols(new RangeQuantiser(5), 0, 1.9f, 2, 7.5f, 8, 9.9f, 10));
        assertEquals("0222", symbols(new RangeQuantiser(3), -1e30f, 1e30f, 9e29f, 5e29f));
        assertEquals("01", symbols(new RangeQuantiser(2), -Float.MAX_VALUE, Float.MAX_VALUE));
        assertEquals("01", symbols(new RangeQuantiser(2), 0, Float.MIN_VALUE));
    }

    @Test
    void readsInTheGivenOrder() {
        byte[] symbols = new byte[3];
        new RangeQuantiser(3).quantise(new float[] {0, 1, 2}, new int[] {2, 0, 1}, symbols);
        assertEquals("[2, 0, 1]", Arrays.toString(symbols));
        new MedianQuantiser(3).quantise(new float[] {0, 1, 2}, new int[] {2, 0, 1}, symbols);
        assertEquals("[1, 0, 0]", Arrays.toString(symbols));
    }
}
