package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuralredshift.backends.cpu.ProductShape.Start;

class ProductKernelTest {
    private static final int PAD = MatrixKernels.PAD;
    private static final int LANES = Lanes.FLOATS.length();
    /** Kernels on vectors from the first run on. */
    private final MatrixKernels vectors = new MatrixKernels(LANES, 0);

    /** One product in a memory of its own. */
    private record Case(int rows, int inner, int columns, boolean transposed, Start start) {
        int leftRow() {
            return transposed ? 1 : padded(inner) + PAD;
        }

        int leftColumn() {
            return transposed ? padded(rows) : 1;
        }

        int left() {
            return PAD;
        }

        int right() {
            return left() + (transposed ? inner * leftColumn() : rows * leftRow());
        }

        int bias() {
            return right() + inner * padded(columns);
        }

        int out() {
            return bias() + padded(columns);
        }

        int resultRow() {
            return padded(columns) + PAD;
        }

        ProductShape shape() {
            return new ProductShape(
                    columns, inner, new Strides(leftRow(), leftColumn()), padded(columns), resultRow(), start);
        }

        float[] memory() {
            Random random = new Random(rows + 31L * inner + 977L * columns);
            float[] memory = new float[out() + rows * resultRow()];
            for (int i = 0; i < memory.length; i++) {
                memory[i] = random.nextFloat() * 2 - 1;
            }
            return memory;
        }

        float[] run(TileKernel kernel, float[] memory) {
            kernel.run(memory, new int[] {out(), left(), right(), bias()}, rows);
            return memory;
        }

        private static int padded(int count) {
            return (count + PAD - 1) / PAD * PAD;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 5, 6, 7, 25)
                .flatMap(rows -> Stream.of(0, 1, 3, 5, 129, 300)
                        .flatMap(inner -> Stream.of(2, 16, 17, 97, 128)
                                .map(columns -> new Case(
                                        rows,
                                        inner,
                                        columns,
                                        (rows + inner + columns) % 2 == 1,
                                        Start.values()[(rows + columns) % 3]))));
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void addsTheProductsToItsStart(Start start) {
        for (boolean transposed : new boolean[] {false, true}) {
            Case c = new Case(14, 150, 35, transposed, start);
            float[] before = c.memory();
            float[] after = c.run(vectors.product(c.shape()), before.clone());
            for (int row = 0; row < c.rows(); row++) {
                for (int column = 0; column < c.columns(); column++) {
                    int out = c.out() + row * c.resultRow() + column;
                    double sum = switch (start) {
                        case ZERO -> 0;
                        case BIAS -> before[c.bias() + column];
                        case RESULT -> before[out];
                    };
                    for (int k = 0; k < c.inner(); k++) {
                        sum += (double) before[c.left() + row * c.leftRow() + k * c.leftColumn()]
                                * before[c.right() + k * Case.padded(c.columns()) + column];
                    }
                    assertEquals(sum, after[out], 1e-5, "row " + row + " column " + column);
                }
            }
        }
    }

    /** The sum over as many training examples, and a layer as wide, that no single method could hold all passes. */
    @ParameterizedTest
    @CsvSource({"3, 40000, 16", "2, 300, 4096"})
    void isNoLargerThanTheJvmTakes(int rows, int inner, int columns) {
        Case c = new Case(rows, inner, columns, true, Start.ZERO);
        assertSameResults(c, c.memory());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfSingleNumbersInAnyShape(Case c) {
        assertSameResults(c, c.memory());
    }

    @Test
    void passesOnWhatIsNotFinite() {
        Case c = new Case(9, 40, 40, false, Start.BIAS);
        float[] memory = c.memory();
        memory[c.left() + 3 * c.leftRow() + 5] = Float.NaN;
        memory[c.left() + 4 * c.leftRow() + 6] = Float.POSITIVE_INFINITY;
        memory[c.right() + 7] = Float.NEGATIVE_INFINITY;
        memory[c.bias() + 39] = Float.NaN;
        float[] after = assertSameResults(c, memory);
        assertEquals(Float.NaN, after[c.out() + 3 * c.resultRow() + 20]);
        assertEquals(Float.POSITIVE_INFINITY, Math.abs(after[c.out() + 4 * c.resultRow() + 20]));
        assertEquals(Float.POSITIVE_INFINITY, Math.abs(after[c.out() + 7]));
        assertEquals(Float.NaN, after[c.out() + 39]);
    }

    @Test
    void writesNothingBesideTheRowsAndTheirPadding() {
        Case c = new Case(7, 10, 20, false, Start.ZERO);
        float[] before = c.memory();
        float[] after = c.run(vectors.product(c.shape()), before.clone());
        for (int i = 0; i < before.length; i++) {
            int inRow = (i - c.out()) % c.resultRow();
            if (i < c.out() || inRow >= Case.padded(c.columns())) {
                assertEquals(before[i], after[i], "at " + i);
            }
        }
    }

    /** The results, which single numbers have to the bit, too. */
    private float[] assertSameResults(Case c, float[] memory) {
        float[] expected = c.run(new ScalarProduct(c.shape()), memory.clone());
        float[] actual = c.run(vectors.product(c.shape()), memory.clone());
        for (int row = 0; row < c.rows(); row++) {
            for (int column = 0; column < c.columns(); column++) {
                int out = c.out() + row * c.resultRow() + column;
                assertEquals(
                        Float.floatToIntBits(expected[out]),
                        Float.floatToIntBits(actual[out]),
                        c + " at row " + row + " column " + column);
            }
        }
        return actual;
    }
}
