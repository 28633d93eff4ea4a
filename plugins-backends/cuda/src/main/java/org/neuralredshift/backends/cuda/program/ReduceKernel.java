package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.graph.Tensor;

/**
 * Sums and maxima over one axis, of what is computed on the way. A short axis is walked by one thread; of a long one each thread of
 * a block takes every so-manieth element, and then halves are added to halves, in an order that depends on the shape alone.
 */
final class ReduceKernel {
    private static final int SHORT = 64;
    private static final int LANES = 32;

    private final Plan plan;
    private final Memory memory;
    private final Tensor.Reduce reduce;
    private final Kernel kernel;
    private final int extent;

    ReduceKernel(Plan plan, Memory memory, String name, Tensor.Reduce reduce) {
        this.plan = plan;
        this.memory = memory;
        this.reduce = reduce;
        this.kernel = new Kernel(name, memory, plan.perNetwork(reduce));
        this.extent = reduce.operand().shape().extent(reduce.axis());
    }

    Optional<Step> step() {
        long size = reduce.shape().size();
        if (size == 0) {
            return Optional.empty();
        }
        return Optional.of(extent < SHORT ? byThreads(size) : byBlocks());
    }

    private String what() {
        return (reduce.reduction() == Tensor.Reduction.SUM ? "sum" : "maximum") + " of "
                + reduce.operand().shape() + " over axis " + reduce.axis();
    }

    private Step byThreads(long size) {
        Index number = kernel.eachElement(size);
        Code code = kernel.code();
        begin();
        if (extent > 0) {
            code.open("for (unsigned k = 0; k < " + extent + "u; k++)");
            List<Index> place = new ArrayList<>(Reading.unflat(number, reduce.shape()));
            place.set(reduce.axis(), Index.variable("k", extent));
            take(place);
            code.close();
        }
        code.line(kernel.argument(memory.of(reduce), true) + "[i] = result;");
        Launch launch = kernel.launch(size);
        return new Step(plan.section(reduce), launch, kernel.source(what()), what() + ", one thread for each result");
    }

    private Step byBlocks() {
        long inner = 1;
        for (int axis = reduce.axis() + 1; axis < reduce.shape().rank(); axis++) {
            inner *= reduce.shape().extent(axis);
        }
        long outer = reduce.shape().size() / inner;
        int columns = Math.min(LANES, Sizes.powerOfTwo(inner));
        int rows = Math.min(Kernel.THREADS / columns, Sizes.powerOfTwo(extent) / 2);
        long tiles = (inner + columns - 1) / columns;
        Code code = kernel.code();
        code.line("__shared__ float partial[" + rows * columns + "];");
        code.line("const unsigned lane = threadIdx.x % " + columns + "u, first = threadIdx.x / " + columns + "u;");
        code.line("const unsigned outer = blockIdx.x / " + tiles + "u;");
        code.line("const unsigned column = blockIdx.x % " + tiles + "u * " + columns + "u + lane;");
        begin();
        boolean isWhole = inner % columns == 0;
        code.open("for (unsigned k = " + (isWhole ? "first" : "column < " + inner + "u ? first : " + extent + "u")
                + "; k < " + extent + "u; k += " + rows + "u)");
        Index number = Index.variable("outer", outer)
                .times(extent * inner)
                .plus(Index.variable("k", extent).times(inner))
                .plus(Index.variable("column", inner));
        take(Reading.unflat(number, reduce.operand().shape()));
        code.close();
        code.line("partial[threadIdx.x] = result;");
        code.open("for (unsigned half = " + rows / 2 + "u; half > 0u; half /= 2u)");
        code.line("__syncthreads();");
        code.line("if (first < half) partial[threadIdx.x] = "
                + combined("partial[threadIdx.x]", "partial[threadIdx.x + half * " + columns + "u]") + ";");
        code.close();
        String target = kernel.argument(memory.of(reduce), true);
        code.line("if (first == 0u" + (isWhole ? "" : " && column < " + inner + "u") + ") " + target + "[outer * "
                + inner + "u + column] = partial[lane];");
        Launch launch = kernel.launch(outer * tiles, rows * columns);
        return new Step(
                plan.section(reduce),
                launch,
                kernel.source(what()),
                what() + ", a block of " + rows * columns + " threads for " + columns + " results");
    }

    private void begin() {
        boolean isSum = reduce.reduction() == Tensor.Reduction.SUM;
        kernel.code().line("float result = " + Numbers.text(isSum ? 0 : Float.NEGATIVE_INFINITY) + ";");
    }

    private void take(List<Index> place) {
        String value = new Reading(plan, kernel).value(reduce.operand(), place);
        kernel.code().line("result = " + combined("result", value) + ";");
    }

    private String combined(String a, String b) {
        return switch (reduce.reduction()) {
            case SUM -> a + " + " + b;
            case MAXIMUM -> "maximum(" + a + ", " + b + ")";
        };
    }
}
