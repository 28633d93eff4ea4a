package org.neuralredshift.testkit.plain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.random.RandomStream;

/** Declares what a case reads, and draws its data. */
final class CaseBuilder {
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, float[]> inputs = new LinkedHashMap<>();
    private final Map<String, float[]> weights = new LinkedHashMap<>();
    private final Map<String, float[]> scalars = new LinkedHashMap<>();
    private final RandomStream stream = new RandomStream().reset(13, 1, 0, 0);

    GraphBuilder graph() {
        return graph;
    }

    /** Random data that networks share. */
    Tensor input(int... extents) {
        return input(Shape.of(extents), numbers(Shape.of(extents), 1));
    }

    /** Given data that networks share. */
    Tensor input(Shape shape, float[] data) {
        String name = "x" + inputs.size();
        inputs.put(name, data);
        return graph.input(name, shape);
    }

    /** Random rows of a table: shared data. */
    Tensor indices(int count, int rows) {
        float[] data = numbers(Shape.of(count), 1);
        for (int i = 0; i < count; i++) {
            data[i] = (float) Math.floor(Math.abs(data[i]) * 37) % rows;
        }
        return input(Shape.of(count), data);
    }

    /** Random data of each network. */
    Tensor weight(int... extents) {
        Shape shape = Shape.of(extents);
        String name = "w" + weights.size();
        weights.put(name, numbers(shape, Case.NETWORKS));
        return graph.weight(name, shape, 1, 1, Tensor.Role.WEIGHT);
    }

    /** A random number of each network. */
    Tensor scalar(String name) {
        scalars.put(name, numbers(Shape.SCALAR, Case.NETWORKS));
        return graph.networkScalar(name);
    }

    private float[] numbers(Shape shape, int networks) {
        float[] numbers = new float[Math.toIntExact(shape.size() * networks)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) stream.nextNormal();
        }
        return numbers;
    }

    Case build(String name, Case.Measure measure, int terms, Tensor result) {
        graph.output(Architecture.OUTPUT, result);
        return new Case(name, measure, terms, graph.build(), inputs, weights, scalars);
    }

    /** Numbers with NaN, both infinities and both zeros among them. */
    static float[] special(int count) {
        float[] some = {1, Float.NaN, -3, Float.NEGATIVE_INFINITY, -0.0f, 0, 2.5f, Float.POSITIVE_INFINITY, -1e-30f};
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = some[i % some.length];
        }
        return numbers;
    }
}
