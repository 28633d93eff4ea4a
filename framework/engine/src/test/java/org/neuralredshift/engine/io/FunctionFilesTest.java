package org.neuralredshift.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.engine.UserException;

class FunctionFilesTest {
    @TempDir
    Path folder;

    private static UserException refused(Path file) {
        return assertThrows(UserException.class, () -> FunctionFiles.read(file));
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,2.5\n-3,4e1\n", "1;2.5;\r\n-3;4e1;\r\n", "# a\n\n 1 2.5\n-3\t40", "\uFEFF1, 2.5\n-3, 40"})
    void readsNumbersHoweverTheyAreSeparated(String text) throws IOException {
        SampledFunction function = FunctionFiles.read(csv(text));
        assertEquals(2, function.rows());
        assertArrayEquals(new float[] {1, 2.5f, -3, 40}, function.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2/3|line 2 has 1 numbers, but line 1 has 2",
                "x,y/1,2|line 1: number 1 is 'x'",
                "1,2/3,4d|line 2: number 2 is '4d'",
                "0,5;0,7|number 1 is '0,5'",
                "1,,2|number 2 is ''",
                "1,nan|row 0, column 1",
                "1,1e99|row 0, column 1",
                "#|holds no numbers"
            })
    void saysTheLineThatIsWrong(String text, String message) throws IOException {
        Path file = csv(text.replace('/', '\n'));
        assertTrue(refused(file).getMessage().contains(message), refused(file).getMessage());
    }

    @Test
    void refusesTextInAnotherEncoding() throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), new byte[] {'1', (byte) 0xFF, '2'});
        assertTrue(refused(file).getMessage().contains("UTF-8"));
    }

    @Test
    void aSquareIsAFunctionOfTwoInputsAndARowAFunctionOfOne() throws IOException {
        assertEquals(2, FunctionFiles.read(csv("1,2\n3,4")).samples().spec().dimension());
        assertEquals(1, FunctionFiles.read(csv("1,2,3")).samples().spec().dimension());
    }

    @Test
    void aRectangleIsRefusedWithItsSize() throws IOException {
        SampledFunction function = FunctionFiles.read(csv("1,2,3\n4,5,6"));
        UserException e = assertThrows(UserException.class, function::samples);
        assertTrue(e.getMessage().contains("2 x 3"), e.getMessage());
    }

    @Test
    void unknownExtensionsListTheKnownOnes() throws IOException {
        UserException e = refused(Files.writeString(folder.resolve("f.mat"), ""));
        assertTrue(e.getMessage().contains(".mat"), e.getMessage());
        assertTrue(e.hint().orElseThrow().contains(".npy"));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertTrue(refused(folder.resolve("none.npy")).getMessage().contains("none.npy"));
        assertTrue(refused(folder).getMessage().contains("folder"));
    }
}
