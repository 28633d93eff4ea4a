package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;

class SegmentsTest {
    private static Examples examples(int... train) {
        float[] inputs = {0, 0, 10, 0, 0, 10, 99, 99};
        return new Examples(
                2, 1, inputs, new float[4], train, Map.of(), new Goal.Regression(0), Plane.square(1), "corners");
    }

    @Test
    void everySegmentJoinsTwoDifferentTrainingPoints() {
        Segments segments = Segments.of(examples(0, 1, 2), 200, 1, 2);
        List<List<Float>> corners = List.of(List.of(0f, 0f), List.of(10f, 0f), List.of(0f, 10f));
        int[] ends = new int[9];
        for (int segment = 0; segment < 200; segment++) {
            int start = corners.indexOf(point(segments, segment, 0));
            int end = corners.indexOf(point(segments, segment, Segments.POINTS - 1));
            assertTrue(start >= 0 && end >= 0, "an end is no training point");
            assertNotEquals(start, end);
            ends[3 * start + end]++;
        }
        for (int pair : new int[] {1, 2, 3, 5, 6, 7}) {
            assertTrue(
                    ends[pair] > 15, "one of six ordered pairs, of which there are about 33: " + Arrays.toString(ends));
        }
    }

    private static List<Float> point(Segments segments, int segment, int number) {
        int at = 2 * (segment * Segments.POINTS + number);
        return List.of(segments.inputs()[at], segments.inputs()[at + 1]);
    }

    @Test
    void pointsAreEquidistant() {
        Segments segments = Segments.of(examples(0, 1), 1, 1, 2);
        float first = segments.inputs()[0];
        for (int point = 0; point < Segments.POINTS; point++) {
            float expected = first == 0 ? point / 31f * 10 : 10 - point / 31f * 10;
            assertEquals(expected, segments.inputs()[2 * point], 1e-5);
        }
    }

    @Test
    void aSingleTrainingPointHasNoSegments() {
        Segments segments = Segments.of(examples(3), 5, 1, 2);
        assertEquals(0, segments.count());
        assertArrayEquals(new float[0], segments.inputs());
    }

    @Test
    void theVariationOfARampIsItsRiseInStandardDeviations() {
        float[] values = new float[2 * Segments.POINTS];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i % Segments.POINTS;
            squares += Math.pow(values[i] - 15.5, 2);
        }
        assertEquals(31 / Math.sqrt(squares / values.length), Segments.variation(values), 1e-12);
    }

    @Test
    void theStepFromOneSegmentToTheNextIsNoVariation() {
        float[] values = new float[2 * Segments.POINTS];
        Arrays.fill(values, Segments.POINTS, values.length, 1);
        assertEquals(0, Segments.variation(values));
    }
}
