package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyKernelTest {
    private final MatrixKernels vectors = new MatrixKernels(Lanes.FLOATS.length(), 0);

    @ParameterizedTest
    @CsvSource({"1,1", "16,16", "17,3", "5,40", "64,64", "40,97", "97,40", "33,16", "130,129", "16,9"})
    void transposesMatricesOfAnyShape(int rows, int columns) {
        int sourceRow = rows + 5;
        int resultRow = (columns + MatrixKernels.PAD - 1) / MatrixKernels.PAD * MatrixKernels.PAD;
        check(new CopyShape(columns, new Strides(1, sourceRow), resultRow), rows, sourceRow * columns);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,20", "20,3", "17,64"})
    void copiesPartsOfMatrices(int rows, int columns) {
        int resultRow = (columns + MatrixKernels.PAD - 1) / MatrixKernels.PAD * MatrixKernels.PAD;
        check(new CopyShape(columns, new Strides(columns + 3, 1), resultRow), rows, (columns + 3) * rows);
        check(new CopyShape(columns, new Strides(3 * columns, 3), resultRow), rows, 3 * columns * rows);
    }

    private void check(CopyShape shape, int rows, int size) {
        Random random = new Random(size);
        float[] before = new float[size + rows * shape.resultRow() + MatrixKernels.PAD];
        for (int i = 0; i < before.length; i++) {
            before[i] = random.nextFloat();
        }
        float[] memory = before.clone();
        vectors.copy(shape).run(memory, new int[] {size, 0}, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < shape.columns(); column++) {
                assertEquals(
                        before[
                                row * shape.source().row()
                                        + column * shape.source().column()],
                        memory[size + row * shape.resultRow() + column],
                        "row " + row + " column " + column);
            }
        }
        for (int i = 0; i < MatrixKernels.PAD; i++) {
            int end = size + rows * shape.resultRow() + i;
            assertEquals(before[end], memory[end], "after the result");
        }
    }
}
