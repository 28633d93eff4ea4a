package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.Extent;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;

/**
 * A metric in two parts: operations of a tensor program that bring a function to a few numbers wherever it is computed, and what
 * the host makes of them. It gives what the {@link Probe} gives for the same samples: the same status, and where that is ok the
 * same value and raw number to a relative 1e-4, in float32 with sums in any order. For one thread.
 *
 * <p>Where no operations compose what is measured, it may append a {@link Tensor.Kernel}, which some backends offer; elsewhere the
 * probe measures. What a kernel gives must be so exact that value and raw number are those of the probe, to the last bit.
 *
 * <p>The host has the status of the samples from the program, too: functions that are constant, rounding noise or not finite go
 * through the operations like others, and what comes of them is not read.
 */
@Api(INCUBATING)
public interface MetricGraph {
    /**
     * Appends the operations to a program. Called once per program; the same graph may be asked for several.
     *
     * @return the numbers: at least one tensor, together a small part of the samples
     */
    List<Tensor> append(GraphBuilder graph, SampledTensor function);

    /**
     * Reads what the operations gave for one function. Allocates nothing.
     *
     * @param numbers the elements of all tensors, one after the other, row-major; do not keep
     * @param extent of the samples, which have a shape
     * @param out as in {@link Probe#measure}
     */
    void read(float[] numbers, Extent extent, Measurement out);
}
