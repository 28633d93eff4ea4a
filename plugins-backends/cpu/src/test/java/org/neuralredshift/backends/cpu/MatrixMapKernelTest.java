package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuralredshift.api.expression.Scalar;

class MatrixMapKernelTest {
    private static final int PAD = MatrixKernels.PAD;
    private final MatrixKernels vectors = new MatrixKernels(Lanes.FLOATS.length(), 0);
    private final MatrixKernels singles = new MatrixKernels(1, 0);

    /** Two results of full matrices, a column, a row and a number: (a - c) r and (a - c) tanh(b) + n. */
    private static MatrixMapShape mixed(int columns, int row) {
        Scalar difference = Scalar.input(0).minus(Scalar.input(2));
        Scalar first = difference.times(Scalar.input(3));
        Scalar second = difference.times(Scalar.input(1).tanh()).plus(Scalar.input(4));
        List<Strides> operands =
                List.of(new Strides(row, 1), new Strides(row, 1), new Strides(1, 0), Strides.ONE_ROW, Strides.NUMBER);
        return new MatrixMapShape(ExpressionCode.of(List.of(first, second)), operands, List.of(row, row), columns);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,1000", "3,2", "5,16", "7,17", "4,64", "9,97", "2,129", "6,300"})
    void computesEachElementFromFullMatricesRowsColumnsAndNumbers(int rows, int columns) {
        int row = (columns + PAD - 1) / PAD * PAD;
        int matrix = rows * row;
        float[] memory = random(PAD + 4 * matrix + rows + PAD + row + 1);
        int a = PAD;
        int b = a + matrix;
        int c = b + matrix;
        int r = c + rows + PAD;
        int number = r + row;
        int second = number + 1;
        int[] at = {a, second, a, b, c, r, number};
        float[] byVectors = run(vectors.map(mixed(columns, row)), memory, at, rows);
        float[] bySingles = run(singles.map(mixed(columns, row)), memory, at, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int element = i * row + j;
                float difference = memory[a + element] - memory[c + i];
                assertEquals(difference * memory[r + j], byVectors[a + element], "in the place of its operand");
                assertEquals(
                        difference * Math.tanh(memory[b + element]) + memory[number],
                        byVectors[second + element],
                        1e-6,
                        "row " + i + " column " + j);
                assertEquals(bySingles[a + element], byVectors[a + element]);
                assertEquals(bySingles[second + element], byVectors[second + element]);
            }
        }
    }

    @Test
    void writesLongExpressionsInSteps() {
        Scalar x = Scalar.input(0);
        Scalar sum = x.sin();
        for (int i = 1; i < 6; i++) {
            sum = sum.plus(x.times(Scalar.of(i)).sin());
        }
        MatrixMapShape shape = new MatrixMapShape(ExpressionCode.of(sum), List.of(new Strides(0, 1)), List.of(0), 333);
        float[] memory = random(2 * 352);
        int[] at = {352, 0};
        float[] byVectors = run(vectors.map(shape), memory, at, 1);
        assertArrayEquals(prefix(run(singles.map(shape), memory, at, 1)), prefix(byVectors));
        for (int i = 0; i < 333; i++) {
            double expected = 0;
            for (int k = 1; k < 6; k++) {
                expected += Math.sin(memory[i] * k);
            }
            assertEquals(expected + Math.sin(memory[i]), byVectors[352 + i], 2e-6);
        }
    }

    private static float[] prefix(float[] memory) {
        return Arrays.copyOf(memory, 352 + 333);
    }

    @Test
    void passesOnWhatIsNotFiniteAndKeepsTheSignOfZero() {
        Scalar maximum = Scalar.input(0).max(Scalar.input(1));
        List<Strides> operands = List.of(Strides.ONE_ROW, Strides.NUMBER);
        MatrixMapShape shape = new MatrixMapShape(ExpressionCode.of(maximum), operands, List.of(0), 40);
        float[] values = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -0f, 0f, -1f, 3f};
        List<Float> expected = new ArrayList<>();
        float[] memory = new float[2 * 48 + 1];
        memory[96] = -0f;
        for (int i = 0; i < 40; i++) {
            memory[i] = values[i % values.length];
            expected.add(Math.max(memory[i], -0f));
        }
        for (MatrixKernels kernels : List.of(vectors, singles)) {
            float[] result = run(kernels.map(shape), memory, new int[] {48, 0, 96}, 1);
            for (int i = 0; i < 40; i++) {
                assertEquals(expected.get(i), result[48 + i], "element " + i);
            }
        }
    }

    private static float[] run(TileKernel kernel, float[] memory, int[] at, int rows) {
        float[] copy = memory.clone();
        kernel.run(copy, at, rows);
        return copy;
    }

    private static float[] random(int count) {
        Random random = new Random(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (random.nextFloat() * 2 - 1) * 3;
        }
        return numbers;
    }
}
