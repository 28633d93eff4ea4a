package org.neuralredshift.metrics.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ScanTest {
    private static Grid plane(int rows, int columns) {
        return new Grid(List.of(Axis.uniform(columns), Axis.uniform(rows)));
    }

    @Test
    void serpentineTurnsAtTheEdges() {
        assertArrayEquals(new int[] {0, 1, 2, 5, 4, 3, 6, 7, 8}, Scan.SERPENTINE.order(plane(3, 3)));
        assertArrayEquals(new int[] {0, 1, 2, 5, 4, 3}, Scan.SERPENTINE.order(plane(2, 3)));
    }

    @Test
    void hilbertAsDrawnByHand() {
        // Down, right, up. In the 4 × 4 square the first quadrant is reflected at the diagonal.
        assertArrayEquals(new int[] {0, 2, 3, 1}, Scan.HILBERT.order(plane(2, 2)));
        assertArrayEquals(
                new int[] {0, 1, 5, 4, 8, 12, 13, 9, 10, 14, 15, 11, 7, 6, 2, 3}, Scan.HILBERT.order(plane(4, 4)));
        // The same without its last row and column.
        assertArrayEquals(new int[] {0, 1, 4, 3, 6, 7, 8, 5, 2}, Scan.HILBERT.order(plane(3, 3)));
    }

    @Test
    void hilbertStepsToANeighbour() {
        for (int n : new int[] {2, 8, 64}) {
            int[] order = Scan.HILBERT.order(plane(n, n));
            for (int i = 1; i < order.length; i++) {
                int rows = Math.abs(order[i] / n - order[i - 1] / n);
                int columns = Math.abs(order[i] % n - order[i - 1] % n);
                assertEquals(1, rows + columns);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scan.class)
    void visitsEverySampleOnce(Scan scan) {
        for (int rows : new int[] {1, 2, 3, 5, 16, 37}) {
            for (int columns : new int[] {1, 2, 7, 16}) {
                int[] order = scan.order(plane(rows, columns));
                Arrays.sort(order);
                assertArrayEquals(IntStream.range(0, rows * columns).toArray(), order);
            }
        }
    }

    @Test
    void pointsHaveOneOrderOnly() {
        PointSet points = new PointSet(1, 3, 1, 2);
        assertArrayEquals(new int[] {0, 1, 2}, Scan.ROWS.order(points));
        String message = assertThrows(InvalidParameterException.class, () -> Scan.HILBERT.order(points))
                .getMessage();
        assertTrue(message.startsWith("scan is hilbert, but must be rows"), message);
        assertThrows(InvalidParameterException.class, () -> Scan.SERPENTINE.check(Grid.uniform(8, 3)));
        Scan.ROWS.check(Grid.uniform(8, 3));
        Scan.HILBERT.check(Grid.uniform(8, 2));
    }
}
