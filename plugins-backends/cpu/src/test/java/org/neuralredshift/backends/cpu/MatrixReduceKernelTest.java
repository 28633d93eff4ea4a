package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.Tensor.Reduction;

class MatrixReduceKernelTest {
    private static final int PAD = MatrixKernels.PAD;
    private final MatrixKernels vectors = new MatrixKernels(Lanes.FLOATS.length(), 0);
    private final MatrixKernels singles = new MatrixKernels(1, 0);

    /** A reduction of a matrix times a row, as a product with a vector is one. */
    private record Case(Reduction reduction, int rows, int columns, int axis) {
        int row() {
            return (columns + PAD - 1) / PAD * PAD;
        }

        int factors() {
            return rows * row();
        }

        int out() {
            return factors() + row();
        }

        MatrixReduceShape shape() {
            List<Strides> operands = List.of(new Strides(row(), 1), Strides.ONE_ROW);
            ExpressionCode product = ExpressionCode.of(Scalar.input(0).times(Scalar.input(1)));
            return new MatrixReduceShape(reduction, product, operands, columns, axis);
        }

        float[] memory() {
            Random random = new Random(rows * 1000L + columns);
            float[] memory = new float[out() + Math.max(rows, row())];
            for (int i = 0; i < memory.length; i++) {
                memory[i] = random.nextFloat() * 2 - 1;
            }
            return memory;
        }

        float[] run(MatrixKernels kernels, float[] memory) {
            float[] copy = memory.clone();
            kernels.reduce(shape()).run(copy, new int[] {out(), 0, factors()}, rows);
            return copy;
        }

        float value(float[] memory, int i, int j) {
            return memory[i * row() + j] * memory[factors() + j];
        }

        float join(float a, float b) {
            return reduction == Reduction.SUM ? a + b : Math.max(a, b);
        }

        /** Written a second time, from the contract. */
        float expected(float[] memory, int result) {
            float begin = reduction == Reduction.SUM ? 0 : Float.NEGATIVE_INFINITY;
            if (axis == 0) {
                for (int i = 0; i < rows; i++) {
                    begin = join(begin, value(memory, i, result));
                }
                return begin;
            }
            float[] partial = new float[PAD];
            Arrays.fill(partial, begin);
            for (int j = 0; j < columns; j++) {
                partial[j % PAD] = join(partial[j % PAD], value(memory, result, j));
            }
            for (int distance : new int[] {8, 4, 2, 1}) {
                for (int i = 0; i < distance; i++) {
                    partial[i] = join(partial[i], partial[i + distance]);
                }
            }
            return partial[0];
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,17", "2,2", "5,16", "7,31", "3,64", "33,97", "4,129", "2,500", "300,10"})
    void reducesInTheOrderThatIsStated(int rows, int columns) {
        for (int axis : new int[] {0, 1}) {
            for (Reduction reduction : Reduction.values()) {
                check(new Case(reduction, rows, columns, axis), null);
            }
        }
    }

    @Test
    void passesOnWhatIsNotFinite() {
        for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f}) {
            for (int axis : new int[] {0, 1}) {
                for (Reduction reduction : Reduction.values()) {
                    check(new Case(reduction, 6, 35, axis), odd);
                }
            }
        }
    }

    @Test
    void leavesOutWhatLiesInThePadding() {
        Case c = new Case(Reduction.SUM, 3, 20, 1);
        float[] memory = c.memory();
        float[] clean = c.run(vectors, memory);
        for (int i = 0; i < 3; i++) {
            memory[i * c.row() + 25] = Float.NaN;
        }
        float[] dirty = c.run(vectors, memory);
        for (int i = 0; i < 3; i++) {
            assertEquals(clean[c.out() + i], dirty[c.out() + i]);
        }
    }

    private void check(Case c, @Nullable Float odd) {
        float[] memory = c.memory();
        if (odd != null) {
            memory[2 * c.row() + 34] = odd;
            memory[4 * c.row() + 3] = odd;
        }
        float[] byVectors = c.run(vectors, memory);
        float[] bySingles = c.run(singles, memory);
        for (int i = 0; i < (c.axis() == 0 ? c.columns() : c.rows()); i++) {
            float expected = c.expected(memory, i);
            assertEquals(expected, bySingles[c.out() + i], c + " singles at " + i);
            assertEquals(expected, byVectors[c.out() + i], c + " vectors at " + i);
        }
    }
}
