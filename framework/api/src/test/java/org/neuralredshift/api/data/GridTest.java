package org.neuralredshift.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void theFirstInputRunsFastest() {
        Grid grid = new Grid(List.of(new Axis("a", List.of(1.0, 2.0, 3.0)), new Axis("b", List.of(-1.0, 1.0))));
        assertArrayEquals(new float[] {1, -1, 2, -1, 3, -1, 1, 1, 2, 1, 3, 1}, grid.coordinates());
        assertArrayEquals(new int[] {2, 3}, grid.shape());
        assertEquals(6, grid.points());
        assertEquals(2, grid.dimension());
        assertEquals(3, grid.size());
        assertFalse(grid.isSquare());
        assertFalse(grid.isUniform());
    }

    @Test
    void aUniformGridReachesBothEnds() {
        Grid grid = Grid.uniform(3, 2);
        assertArrayEquals(new float[] {-1, -1, 0, -1, 1, -1, -1, 0, 0, 0, 1, 0, -1, 1, 0, 1, 1, 1}, grid.coordinates());
        assertTrue(grid.isSquare());
        assertTrue(grid.isUniform());
        assertEquals(Grid.uniform(3, 2), grid);
        assertEquals(List.of(0.0), Axis.uniform(1).nodes());
    }

    @Test
    void rejectsAxesWithoutOrder() {
        assertThrows(IllegalArgumentException.class, () -> new Axis("a", List.of(1.0, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> new Axis("a", List.of(Double.NaN)));
        String message = assertThrows(IllegalArgumentException.class, () -> Axis.uniform(0))
                .getMessage();
        assertEquals("a uniform axis has no node: it takes at least one", message);
        assertThrows(IllegalArgumentException.class, () -> new Grid(List.of()));
    }

    @Test
    void aPointSetKeepsTheOrderOfItsPoints() {
        PointSet points = new PointSet(2, 1, 2, 3, 4);
        assertEquals(2, points.points());
        assertArrayEquals(new float[] {1, 2, 3, 4}, points.coordinates());
        String message = assertThrows(IllegalArgumentException.class, () -> new PointSet(2, 1, 2, 3))
                .getMessage();
        assertEquals("3 numbers are no points of dimension 2", message);
    }

    @Test
    void equalPointSetsShareAnEvaluation() {
        float[] numbers = {1, 2, 3, 4};
        PointSet points = new PointSet(2, numbers);
        numbers[0] = 5;
        points.coordinates()[1] = 6;
        assertEquals(new PointSet(2, 1, 2, 3, 4), points);
        assertEquals(new PointSet(2, 1, 2, 3, 4).hashCode(), points.hashCode());
        assertNotEquals(new PointSet(1, 1, 2, 3, 4), points);
        assertNotEquals(new PointSet(2, 1, 2, 3, 5), points);
    }
}
