package org.neuralredshift.backends.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableKernelTest {
    private static final int PAD = MatrixKernels.PAD;
    private static final int TABLE_ROWS = 7;
    private final MatrixKernels vectors = new MatrixKernels(Lanes.FLOATS.length(), 0);
    private final MatrixKernels singles = new MatrixKernels(1, 0);

    /** Positions: the table, then rows, then the indices. */
    private record Case(int rows, int columns) {
        int row() {
            return columns == 1 ? 1 : (columns + PAD - 1) / PAD * PAD;
        }

        int others() {
            return TABLE_ROWS * row() + PAD;
        }

        int indices() {
            return others() + rows * row() + PAD;
        }

        GatherShape shape() {
            return new GatherShape(columns, TABLE_ROWS, row(), row(), 2);
        }

        float[] memory() {
            Random random = new Random(rows + columns);
            float[] memory = new float[indices() + 2 * rows];
            for (int i = 0; i < memory.length; i++) {
                memory[i] = random.nextFloat() * 2 - 1;
            }
            for (int i = 0; i < rows; i++) {
                memory[indices() + 2 * i] = random.nextInt(TABLE_ROWS);
            }
            return memory;
        }

        int index(float[] memory, int i) {
            return (int) memory[indices() + 2 * i];
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "20,1", "20,2", "3,16", "30,40"})
    void gathersTheRowsThatTheIndicesName(int rows, int columns) {
        Case c = new Case(rows, columns);
        float[] memory = c.memory();
        vectors.gather(c.shape()).run(memory, new int[] {c.others(), 0, c.indices()}, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                assertEquals(memory[c.index(memory, i) * c.row() + j], memory[c.others() + i * c.row() + j]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "20,1", "20,2", "3,16", "30,40"})
    void addsRowsToThoseThatTheIndicesNameInOrder(int rows, int columns) {
        Case c = new Case(rows, columns);
        float[] before = c.memory();
        float[] expected = new float[TABLE_ROWS * c.row()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                expected[c.index(before, i) * c.row() + j] += before[c.others() + i * c.row() + j];
            }
        }
        for (MatrixKernels kernels : new MatrixKernels[] {vectors, singles}) {
            float[] memory = before.clone();
            kernels.scatterAdd(c.shape()).run(memory, new int[] {0, c.others(), c.indices()}, rows);
            for (int row = 0; row < TABLE_ROWS; row++) {
                for (int j = 0; j < columns; j++) {
                    assertEquals(expected[row * c.row() + j], memory[row * c.row() + j], "row " + row);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, TABLE_ROWS, 0.5f, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesAnIndexThatIsNoRow(float index) {
        Case c = new Case(4, 20);
        float[] memory = c.memory();
        memory[c.indices() + 2 * 3] = index;
        refuses(vectors.gather(c.shape()), memory, index, c.others(), 0, c.indices());
        refuses(vectors.scatterAdd(c.shape()), memory, index, 0, c.others(), c.indices());
    }

    private static void refuses(TileKernel kernel, float[] memory, float index, int... at) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> kernel.run(memory, at, 4));
        assertTrue(e.getMessage().contains(index + " at 3 "), e.getMessage());
    }
}
