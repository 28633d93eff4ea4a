package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.learning.Examples;

class PlaneShapesTest {
    private static Examples of(Dataset dataset, Map<String, ?> given, long seed) {
        return dataset.examples(dataset.parameters().resolve(given), 1, seed);
    }

    static List<Dataset> all() {
        return List.of(new Spirals(), new Checkerboard());
    }

    @ParameterizedTest
    @MethodSource("all")
    void halfOfThePointsAreOfEachClassAndSeedsShareThem(Dataset dataset) {
        Examples first = of(dataset, Map.of("points", 501), 1);
        Examples second = of(dataset, Map.of("points", 501), 2);
        int ones = 0;
        for (float label : first.labels()) {
            ones += (int) label;
        }
        assertEquals(250, ones);
        assertEquals(501, first.count());
        assertEquals(501, first.train().length + first.tests().get("test").length);
        assertSame(first.inputs(), second.inputs());
        assertTrue(!Arrays.equals(first.train(), second.train()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 32})
    void everyPointOfTheCheckerboardLiesOnASquareOfItsColour(int squares) {
        Examples examples = of(new Checkerboard(), Map.of("squares", squares, "points", 2000), 1);
        for (int row = 0; row < examples.count(); row++) {
            float x1 = examples.inputs()[2 * row];
            float x2 = examples.inputs()[2 * row + 1];
            assertTrue(Math.abs(x1) <= 1 && Math.abs(x2) <= 1);
            double column = Math.floor(squares * (x1 + 1.0) / 2);
            double line = Math.floor(squares * (x2 + 1.0) / 2);
            assertEquals((column + line) % 2, examples.labels()[row], x1 + ", " + x2);
        }
    }

    @Test
    void withoutNoiseThePointsOfAnArmLieOnIt() {
        Examples examples = of(new Spirals(), Map.of("noise", 0, "turns", 2), 1);
        for (int row = 0; row < examples.count(); row++) {
            double x1 = examples.inputs()[2 * row];
            double x2 = examples.inputs()[2 * row + 1];
            double radius = Math.hypot(x1, x2);
            assertTrue(radius <= 1 + 1e-6);
            double turns = Math.atan2(x2, x1) / (2 * Math.PI) - examples.labels()[row] / 2;
            double away = turns - 2 * radius;
            assertEquals(Math.rint(away), away, 1e-4, "an angle of 2 turns times the radius");
        }
    }
}
