package ${package};

import java.util.List;
import java.util.function.Function;
import org.neuralredshift.api.graph.Tensor;

/** What each tensor operation does, as a step from the arrays of its operands to that of its result. */
final class Operations {
    private Operations() {}

    /** @param arrays the array of each operand */
    static Runnable step(Tensor tensor, float[] result, Function<Tensor, float[]> arrays) {
        List<float[]> from = tensor.operands().stream().map(arrays).toList();
        return switch (tensor) {
            case Tensor.MatrixProduct product ->
                () -> multiply(from.get(0), from.get(1), product.left().shape().extent(1), result);
            case Tensor.Map map -> map(map, from, result);
            case Tensor.Reduce reduce -> reduce(reduce, from.getFirst(), result);
            case Tensor.Expand _, Tensor.Reshape _, Tensor.Transpose _, Tensor.Slice _, Tensor.Pad _ -> {
                int[] places = Places.of(tensor);
                yield () -> {
                    for (int i = 0; i < result.length; i++) {
                        result[i] = places[i] < 0 ? 0 : from.getFirst()[places[i]];
                    }
                };
            }
            case Tensor.Gather gather ->
                () -> gather(from.get(0), gather.table().shape().extent(0), from.get(1), result);
            default -> throw new IllegalStateException(tensor + " was not refused when it was compiled");
        };
    }

    /** [n, inner] x [inner, m], each sum in the order of {@code inner}, each term with one rounding. */
    private static void multiply(float[] left, float[] right, int inner, float[] result) {
        int rows = inner == 0 ? 0 : left.length / inner;
        int columns = rows == 0 ? 1 : result.length / rows;
        for (int i = 0; i < result.length; i++) {
            float sum = 0;
            for (int k = 0; k < inner; k++) {
                sum = Math.fma(left[i / columns * inner + k], right[k * columns + i % columns], sum);
            }
            result[i] = sum;
        }
    }

    /** Rows of a table of so many at numbers that the run has computed, so they are checked here. */
    private static void gather(float[] table, int rows, float[] numbers, float[] result) {
        int width = numbers.length == 0 ? 0 : result.length / numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            int row = (int) numbers[i];
            if (row != numbers[i] || row < 0 || row >= rows) {
                throw new IllegalArgumentException("gather: " + numbers[i] + " is none of the " + rows + " rows");
            }
            System.arraycopy(table, row * width, result, i * width, width);
        }
    }

    private static Runnable map(Tensor.Map map, List<float[]> from, float[] result) {
        Tape tape = new Tape(map.expression());
        int[][] places = map.operands().stream()
                .map(operand -> Places.stretched(operand.shape(), map.shape()))
                .toArray(int[][]::new);
        float[] inputs = new float[from.size()];
        return () -> {
            for (int i = 0; i < result.length; i++) {
                for (int operand = 0; operand < inputs.length; operand++) {
                    inputs[operand] = from.get(operand)[places[operand][i]];
                }
                result[i] = tape.apply(inputs);
            }
        };
    }

    /** Elements of one axis lie {@code stride} apart, and those before it in blocks of the whole axis. */
    private static Runnable reduce(Tensor.Reduce reduce, float[] from, float[] result) {
        int extent = reduce.operand().shape().extent(reduce.axis());
        int stride = Places.stride(reduce.operand().shape(), reduce.axis());
        return () -> {
            for (int i = 0; i < result.length; i++) {
                int first = i / stride * stride * extent + i % stride;
                float reduced = reduce.reduction() == Tensor.Reduction.SUM ? 0 : Float.NEGATIVE_INFINITY;
                for (int k = 0; k < extent; k++) {
                    float element = from[first + k * stride];
                    reduced = switch (reduce.reduction()) {
                        case SUM -> reduced + element;
                        case MAXIMUM -> Math.max(reduced, element);
                    };
                }
                result[i] = reduced;
            }
        };
    }
}
