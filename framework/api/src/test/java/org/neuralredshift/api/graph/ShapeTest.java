package org.neuralredshift.api.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void broadcastAlignsAtTheEndAndStretchesOnes() {
        assertEquals(Shape.of(4, 3), Shape.of(4, 3).broadcast(Shape.of(3)));
        assertEquals(Shape.of(4, 3), Shape.of(3).broadcast(Shape.of(4, 3)));
        assertEquals(Shape.of(4, 3), Shape.of(4, 1).broadcast(Shape.of(1, 3)));
        assertEquals(Shape.of(2, 4, 3), Shape.of(2, 1, 3).broadcast(Shape.of(4, 1)));
        assertEquals(Shape.of(5), Shape.SCALAR.broadcast(Shape.of(5)));
        assertEquals(Shape.SCALAR, Shape.SCALAR.broadcast(Shape.SCALAR));
        assertEquals(Shape.of(0), Shape.of(0).broadcast(Shape.of(1)));
    }

    @Test
    void broadcastNamesTheExtentsThatDiffer() {
        ShapeException error =
                assertThrows(ShapeException.class, () -> Shape.of(4, 3).broadcast(Shape.of(4, 2)));
        assertEquals("shapes [4, 3] and [4, 2] do not broadcast: 3 against 2", error.getMessage());
    }

    @Test
    void negativeAxesCountFromTheEnd() {
        Shape shape = Shape.of(7, 8, 9);
        assertEquals(9, shape.extent(-1));
        assertEquals(7, shape.extent(-3));
        assertEquals(Shape.of(7, 5, 9), shape.with(-2, 5));
    }

    @Test
    void theSizeIsTheProductAndOneForANumber() {
        assertEquals(24, Shape.of(2, 3, 4).size());
        assertEquals(1, Shape.SCALAR.size());
        assertEquals(0, Shape.of(2, 0, 4).size());
        Shape huge = Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThrows(ArithmeticException.class, huge::size);
    }

    @Test
    void rejectsANegativeExtent() {
        ShapeException error = assertThrows(ShapeException.class, () -> Shape.of(2, -1));
        assertEquals("a shape cannot have a negative extent: [2, -1]", error.getMessage());
    }
}
