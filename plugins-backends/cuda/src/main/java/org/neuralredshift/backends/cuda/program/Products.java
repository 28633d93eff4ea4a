package org.neuralredshift.backends.cuda.program;

/** How products of matrices are computed. */
public enum Products {
    /** In float32, a sum with {@code fmaf} in the order of the inner axis: |error| ≤ n 2<sup>-24</sup> Σ|a||b| for n terms. */
    FLOAT32,
    /**
     * On tensor cores, where {@link #split a product is large enough}. Each operand is two numbers of 11 bits, high = tf32(x) and low =
     * tf32(x - high), and of the four products of parts three are summed: low high, high low, high high, in this order, 8 terms of the
     * inner axis at a time from zero. What 8 terms give is added to the sum in float32, rounded to nearest, in the order of the inner
     * axis.
     *
     * <p>|error| ≤ (4 + 9 + n / 16) 2<sup>-23</sup> Σ|a||b| + 2<sup>-124</sup> Σ(1 + |a| + |b|) for n terms, as long as Σ|a||b| ≤
     * 2<sup>127</sup>:
     *
     * <ul>
     *   <li>4: |x - high - low| ≤ 2<sup>-23</sup>|x| of both operands, and |low low| ≤ 2<sup>-22</sup>|a||b|, which is left out.
     *   <li>9: tensor cores multiply exactly and add "with at least single precision", in an order and with a rounding that NVIDIA
     *       leaves open. The bound allows for the worst, each of the 9 numbers of a sum cut off at the last of 24 bits of the largest.
     *       Sums of the parts that are small are off by a 2000th of that, which the bound has room for.
     *   <li>n / 16: a rounding for every 8 terms.
     *   <li>2<sup>-124</sup>: numbers below 2<sup>-126</sup>, also as parts or results, may count as 0.
     * </ul>
     *
     * <p>From 30 terms on that is no more than what float32 may be off. Infinities and NaN give what float32 gives, but an infinity
     * times a number below 2<sup>-126</sup> may be NaN. Where Σ|a||b| > 2<sup>127</sup>, an infinity may come where float32 has yet
     * a number.
     *
     * <p>The bits depend on shapes alone. Needs compute capability 8.0.
     */
    SPLIT_TF32;

    /** Least rows and columns of a tile of tensor cores, and its depth: a smaller product would leave them mostly idle. */
    private static final int ROWS = 16;

    private static final int COLUMNS = 8;
    private static final int DEPTH = 8;

    /** For people: what a program or a backend has beside float32; empty if nothing. */
    public String note() {
        return switch (this) {
            case FLOAT32 -> "";
            case SPLIT_TF32 -> "large products in split TF32 on tensor cores";
        };
    }

    /** Whether the product of {@code [rows, inner]} and {@code [inner, columns]} is computed on tensor cores. */
    boolean split(int rows, int inner, int columns) {
        return switch (this) {
            case FLOAT32 -> false;
            case SPLIT_TF32 -> rows >= ROWS && inner >= DEPTH && columns >= COLUMNS;
        };
    }

    /** Likewise, of a layer. */
    boolean split(Layer layer) {
        return split(layer.points(), layer.inputs(), layer.width());
    }
}
