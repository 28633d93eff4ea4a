package org.neuralredshift.api.metric;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * A sampled function in a tensor program, and what most metrics need of it. Nothing here overflows, nor loses a digit to
 * subnormal numbers, whatever finite samples there are.
 *
 * @param spec where it is sampled
 * @param values {@code [points]}, in the order of the points
 * @param low {@code [1]}, the smallest; NaN if any is NaN
 * @param high {@code [1]}, the largest; NaN if any is NaN
 * @param scaled {@code [points]}, the values times a power of two, 2^-80, 1 or 2^80, by which the largest magnitude comes to
 *     lie between 2^-69 and 2^48 (it is 0 only if all are): without rounding, but for what then is below 2^-149
 * @param range {@code [1]}, the largest scaled value minus the smallest: 2^-79 or more if there is a shape
 */
@Api(INCUBATING)
public record SampledTensor(SampleSpec spec, Tensor values, Tensor low, Tensor high, Tensor scaled, Tensor range) {
    private static final double LARGE = 0x1p40;
    private static final double SMALL = 0x1p-40;
    private static final double STEP = 0x1p80;

    /**
     * Appends what is derived of a function to a program.
     *
     * @param values as many as the specification has points, of any shape
     */
    public static SampledTensor of(GraphBuilder graph, SampleSpec spec, Tensor values) {
        Scalar a = Scalar.input(0);
        Scalar b = Scalar.input(1);
        Tensor row = graph.reshape(values, Shape.of(spec.points()));
        Tensor high = graph.reduce(Tensor.Reduction.MAXIMUM, row, 0);
        Tensor negated = graph.reduce(Tensor.Reduction.MAXIMUM, graph.map(a.negated(), row), 0);
        Tensor low = graph.map(a.negated(), negated);
        Scalar magnitude = a.abs().max(b.abs());
        Scalar power = magnitude.ifLess(
                Scalar.of(SMALL),
                Scalar.of(STEP),
                magnitude.ifLess(Scalar.of(LARGE), Scalar.of(1), Scalar.of(1 / STEP)));
        Tensor factor = graph.map(power, low, high);
        Tensor scaled = graph.map(a.times(b), row, factor);
        Tensor range = graph.map(b.times(Scalar.input(2)).minus(a.times(Scalar.input(2))), low, high, factor);
        return new SampledTensor(spec, row, low, high, scaled, range);
    }
}
