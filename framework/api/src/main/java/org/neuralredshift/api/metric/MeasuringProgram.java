package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Status;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * A program that evaluates functions, with metrics appended to it: its output {@link #NUMBERS} holds for each network the least and
 * the greatest sample and what every {@link MetricGraph} makes of the function. For one thread.
 */
@Api(INCUBATING)
public final class MeasuringProgram {
    /** Name of the output that has all numbers of a network, {@code [count]}. */
    public static final String NUMBERS = "numbers";

    private static final int EXTENT = 2;

    private final List<MetricGraph> metrics;
    private final Graph graph;
    private final int count;
    /** Of each metric, where its numbers begin. */
    private final int[] offsets;

    private final float[][] numbers;
    private Extent extent = new Extent(0, 0);

    /**
     * Appends metrics to a program.
     *
     * @param evaluation a program with samples of a function among its outputs
     * @param samples the name of that output, of as many elements as there are points
     * @param spec where it samples
     * @param metrics any number
     * @param keeps whether the samples stay an output
     */
    public MeasuringProgram(
            Graph evaluation, String samples, SampleSpec spec, List<MetricGraph> metrics, boolean keeps) {
        this.metrics = List.copyOf(metrics);
        this.offsets = new int[metrics.size()];
        this.numbers = new float[metrics.size()][];
        GraphBuilder builder = new GraphBuilder();
        Tensor values = Objects.requireNonNull(
                builder.include(evaluation, leaf -> Optional.empty()).get(samples), samples);
        SampledTensor function = SampledTensor.of(builder, spec, values);
        List<Tensor> parts = new ArrayList<>(List.of(function.low(), function.high()));
        int at = EXTENT;
        for (int metric = 0; metric < offsets.length; metric++) {
            offsets[metric] = at;
            List<Tensor> own = metrics.get(metric).append(builder, function);
            int size = Math.toIntExact(
                    own.stream().mapToLong(tensor -> tensor.shape().size()).sum());
            numbers[metric] = new float[size];
            parts.addAll(own);
            at += size;
        }
        this.count = at;
        builder.output(NUMBERS, joined(builder, parts, count));
        if (keeps) {
            builder.output(samples, values);
        }
        this.graph = builder.build();
    }

    /** All elements of all tensors in a row: each padded with zeros to the whole length, and added. */
    private static Tensor joined(GraphBuilder graph, List<Tensor> parts, int count) {
        @Nullable Tensor all = null;
        int at = 0;
        for (Tensor part : parts) {
            int size = (int) part.shape().size();
            Tensor padded = graph.pad(graph.reshape(part, Shape.of(size)), 0, at, count - at - size);
            all = all == null ? padded : graph.map(Scalar.input(0).plus(Scalar.input(1)), all, padded);
            at += size;
        }
        return Objects.requireNonNull(all);
    }

    /** What is to be compiled. */
    public Graph graph() {
        return graph;
    }

    /** How many float32 the output {@link #NUMBERS} has for a network. */
    public int count() {
        return count;
    }

    /**
     * Moves to one of the networks.
     *
     * @param output what a run wrote, {@code [networks, count]}
     * @return the status of its samples
     */
    public Status select(MemorySegment output, int network) {
        long from = (long) network * count;
        extent = new Extent(
                output.getAtIndex(ValueLayout.JAVA_FLOAT, from), output.getAtIndex(ValueLayout.JAVA_FLOAT, from + 1));
        for (int metric = 0; metric < offsets.length; metric++) {
            MemorySegment.copy(
                    output,
                    ValueLayout.JAVA_FLOAT,
                    (from + offsets[metric]) * Float.BYTES,
                    numbers[metric],
                    0,
                    numbers[metric].length);
        }
        return extent.status();
    }

    /**
     * Measures the network that {@link #select} moved to, whose samples have a shape.
     *
     * @param metric its number in the list
     */
    public void measure(int metric, Measurement out) {
        metrics.get(metric).read(numbers[metric], extent, out);
    }
}
