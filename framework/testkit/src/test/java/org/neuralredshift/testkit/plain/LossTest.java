package org.neuralredshift.testkit.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuralredshift.api.compute.Bindings;
import org.neuralredshift.api.graph.Gradient;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.ShapeException;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.training.Loss;

/** Losses against their textbook definitions, worked in plain Java. */
class LossTest {
    private record Result(double value, double[] slope, double[] derived) {}

    private static Result of(Loss loss, int outputs, float[] z, float... y) {
        GraphBuilder graph = new GraphBuilder();
        int points = z.length / outputs;
        Tensor predictions = graph.input("z", Shape.of(points, outputs));
        Tensor targets = graph.input("y", Shape.of(points, loss.targets(outputs)));
        Loss.Terms terms = loss.of(graph, predictions, targets);
        Tensor derived = Gradient.of(graph, terms.value(), List.of(predictions)).getFirst();
        Bindings bindings = new Bindings().input("z", MemorySegment.ofArray(z)).input("y", MemorySegment.ofArray(y));
        Interpretation meaning = new Interpretation(graph.build(), bindings, 0);
        return new Result(
                meaning.elements(terms.value())[0], meaning.elements(terms.slope()), meaning.elements(derived));
    }

    @Test
    void theLogisticLossIsTheMeanOfMinusTheLogarithmOfTheProbability() {
        Result found = of(Loss.LOGISTIC, 1, new float[] {0, 2, -1.5f}, 1, 0, 1);
        double[] p = {0.5, 1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(1.5))};
        assertEquals(-(Math.log(p[0]) + Math.log(1 - p[1]) + Math.log(p[2])) / 3, found.value(), 1e-15);
        assertArrayEquals(new double[] {-0.5 / 3, p[1] / 3, (p[2] - 1) / 3}, found.slope(), 1e-15);
    }

    @Test
    void theCrossEntropyIsTheMeanOfMinusTheLogarithmOfTheProbabilityOfTheClass() {
        Result found = of(Loss.CROSS_ENTROPY, 3, new float[] {1, 2, 0.5f, -1, 0, 3}, 1, 0);
        double first = Math.exp(1) + Math.exp(2) + Math.exp(0.5);
        double second = Math.exp(-1) + 1 + Math.exp(3);
        assertEquals(-(Math.log(Math.exp(2) / first) + Math.log(Math.exp(-1) / second)) / 2, found.value(), 1e-15);
        double[] slope = {
            Math.exp(1) / first,
            Math.exp(2) / first - 1,
            Math.exp(0.5) / first,
            Math.exp(-1) / second - 1,
            1 / second,
            Math.exp(3) / second
        };
        assertArrayEquals(Arrays.stream(slope).map(s -> s / 2).toArray(), found.slope(), 1e-15);
    }

    @Test
    void theSquaredErrorIsTheMeanOverPointsAndOutputs() {
        Result found = of(Loss.SQUARED_ERROR, 2, new float[] {1, 2, 3, 4}, 1, 0, 4, 4);
        assertEquals((0 + 4 + 1 + 0) / 4.0, found.value());
        assertArrayEquals(new double[] {0, 1, -0.5, 0}, found.slope());
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theSlopeIsTheGradientOfTheValue(Loss loss) {
        Result found = of(loss, 1, new float[] {0.7f, -2, 13}, 0, 0, 0);
        assertArrayEquals(found.derived(), found.slope(), 1e-15);
        if (loss == Loss.CROSS_ENTROPY) {
            found = of(loss, 3, new float[] {1, 2, 0.5f, -1, 0, 3}, 1, 0);
            assertArrayEquals(found.derived(), found.slope(), 1e-15);
        }
    }

    @Test
    void extremePredictionsGiveNoNaN() {
        Result found = of(Loss.LOGISTIC, 1, new float[] {1e4f, -1e4f, 1e20f, -1e20f}, 1, 0, 0, 1);
        assertEquals(2 * (double) 1e20f / 4, found.value(), 1e7);
        assertArrayEquals(new double[] {0, 0, 0.25, -0.25}, found.slope());
        found = of(Loss.CROSS_ENTROPY, 2, new float[] {1e20f, -1e20f, 1e4f, 9e3f}, 0, 1);
        assertEquals(500, found.value(), 1e-12);
        assertArrayEquals(new double[] {0, 0, 0.5, -0.5}, found.slope());
        assertTrue(Arrays.stream(found.derived()).allMatch(Double::isFinite));
    }

    @Test
    void targetsOfAnotherShapeAreRefused() {
        GraphBuilder graph = new GraphBuilder();
        Tensor z = graph.input("z", Shape.of(4, 3));
        Tensor y = graph.input("y", Shape.of(4, 2));
        for (Loss loss : Loss.values()) {
            assertThrows(ShapeException.class, () -> loss.of(graph, z, y));
        }
    }
}
