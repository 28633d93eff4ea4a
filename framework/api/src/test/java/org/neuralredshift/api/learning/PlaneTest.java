package org.neuralredshift.api.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.neuralredshift.api.random.RandomStream;

class PlaneTest {
    @Test
    void mapsTheSquareToItself() {
        float[] points = {-1, -1, 0, 0.5f, 1, 1};
        assertArrayEquals(new float[] {-2, -2, 0, 1, 2, 2}, Plane.square(2).inputs(points));
    }

    @Test
    void mapsPointsIntoAnInputSpaceOfMoreFeatures() {
        Plane plane = new Plane(new float[] {1, 1, 1}, new float[] {1, 0, 2}, new float[] {0, 3, 0});
        assertArrayEquals(new float[] {1, 1, 1, 1.5f, -2, 2}, plane.inputs(new float[] {0, 0, 0.5f, -1}));
    }

    @Test
    void aSliceHasTwoDirectionsOfItsLengthAtRightAngles() {
        Plane plane = Plane.slice(new float[50], 3, new RandomStream().reset(1, 2, 0, 5));
        assertEquals(9, dot(plane.u(), plane.u()), 1e-5);
        assertEquals(9, dot(plane.v(), plane.v()), 1e-5);
        assertEquals(0, dot(plane.u(), plane.v()), 1e-5);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void refusesDirectionsOfAnotherSpace() {
        assertThrows(IllegalArgumentException.class, () -> new Plane(new float[2], new float[3], new float[2]));
        assertThrows(
                IllegalArgumentException.class, () -> Plane.slice(new float[1], 1, new RandomStream()), "one feature");
    }
}
