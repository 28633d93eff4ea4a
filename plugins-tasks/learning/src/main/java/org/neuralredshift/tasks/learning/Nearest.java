package org.neuralredshift.tasks.learning;

import org.neuralredshift.api.learning.Examples;

/** What a function of two inputs is to be, between the examples as well: the label of the nearest one. */
final class Nearest {
    private Nearest() {}

    /**
     * The first label of the example that is nearest to each point; of equally near ones the first in the table.
     *
     * @param examples of two features
     * @param points {@code [points, 2]}
     */
    static float[] labels(Examples examples, float[] points) {
        float[] inputs = examples.inputs();
        float[] labels = new float[points.length / 2];
        for (int point = 0; point < labels.length; point++) {
            int nearest = 0;
            float least = Float.POSITIVE_INFINITY;
            for (int row = 0; row < examples.count(); row++) {
                float x = inputs[2 * row] - points[2 * point];
                float y = inputs[2 * row + 1] - points[2 * point + 1];
                float distance = x * x + y * y;
                if (distance < least) {
                    least = distance;
                    nearest = row;
                }
            }
            labels[point] = examples.labels()[nearest * examples.targets()];
        }
        return labels;
    }
}
