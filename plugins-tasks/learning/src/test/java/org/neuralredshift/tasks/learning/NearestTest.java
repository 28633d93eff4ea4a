package org.neuralredshift.tasks.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.learning.Plane;

class NearestTest {
    @Test
    void aPointHasTheLabelOfTheExampleThatIsNearest() {
        float[] inputs = {0, 0, 1, 0, 0, 1};
        Examples examples = new Examples(
                2,
                1,
                inputs,
                new float[] {1, 0, 0},
                new int[] {0, 1},
                Map.of("test", new int[] {2}),
                new Goal.Binary(),
                Plane.square(1),
                "three points");
        float[] points = {0.1f, 0.2f, 0.9f, -3, -1, 0.8f, 0.4f, 0.45f};
        assertArrayEquals(new float[] {1, 0, 0, 1}, Nearest.labels(examples, points));
    }
}
