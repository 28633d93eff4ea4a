package org.neuralredshift.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.engine.UserException;

class NpyTest {
    private static final float[] VALUES = {1.5f, -2, 0.25f, 3, 4, -0.125f};

    @TempDir
    Path folder;

    private Path resource(String name) {
        Path copy = folder.resolve(name);
        try (var in = NpyTest.class.getResourceAsStream(name)) {
            Files.write(copy, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private UserException refused(String name) {
        Path file = resource(name);
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains(name), e.getMessage());
        return e;
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32.npy", "version2.npy", "version3.npy", "float64-fortran.npy"})
    void readsWhatNumPyWrites(String name) {
        SampledFunction function = FunctionFiles.read(resource(name));
        assertEquals(2, function.rows());
        assertEquals(3, function.columns());
        assertArrayEquals(VALUES, function.values());
    }

    @Test
    void readsIntegers() {
        assertArrayEquals(
                new float[] {-1, 300, 2, 32767},
                FunctionFiles.read(resource("int16.npy")).values());
    }

    @Test
    void readsUnsignedIntegersBeyondTheSignedRange() {
        SampledFunction function = FunctionFiles.read(resource("uint64.npy"));
        assertEquals(1, function.rows());
        assertArrayEquals(new float[] {0x1.000002p63f, 5}, function.values());
    }

    @Test
    void readsBooleansAsZeroAndOne() {
        assertArrayEquals(
                new float[] {1, 0, 0, 1},
                FunctionFiles.read(resource("bool.npy")).values());
    }

    @ParameterizedTest
    @CsvSource({
        "big-endian.npy, >f8 (big-endian), astype('<f4')",
        "float16.npy, <f2 (float16), astype('<f4')",
        "complex.npy, <c16 (complex), .real.astype('<f4')",
        "objects.npy, |O (Python objects), a.tolist()",
        "three-dimensional.npy, 3 dimensions, a[0]",
        "scalar.npy, 0 dimensions, grid",
        "empty.npy, [0 x 3], filled",
        "fields.npy, plain array, NAME",
        "truncated.npy, 24 bytes but 19 follow, np.save",
        "header-only.npy, truncated, np.save",
        "doubled.npy, longer than one array, np.save",
        "renamed-archive.npy, zip archive, np.load",
        "archive.npz, archive of several arrays, np.load",
        "nan.npy, 'row 1, column 0', argwhere",
        "too-large.npy, not finite in float32, argwhere"
    })
    void saysWhatIsWrongAndHowToConvert(String name, String message, String hint) {
        UserException e = refused(name);
        assertTrue(e.getMessage().replace("bytes, but", "bytes but").contains(message), e.getMessage());
        assertTrue(e.hint().orElseThrow().contains(hint), e.hint().toString());
    }

    @Test
    void refusesAHeaderThatClaimsMoreThanMemoryHolds() throws IOException {
        Path file = folder.resolve("huge.npy");
        Npy.write(file, VALUES, 2, 3);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(
                file,
                text.replace("(2, 3), }            ", "(99999999, 9999), }  ")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains("[99999999 x 9999]"), e.getMessage());
    }

    @Test
    void refusesTextThatIsCalledNpy() throws IOException {
        Path file = Files.writeString(folder.resolve("text.npy"), "1,2,3,4,5");
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains("31 2c 32 2c 33 2c"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello   | is not a .npy file: it begins with the bytes 68 65 6c 6c 6f
            ''      | is empty
            """)
    void refusesAFileThatIsShorterThanTheBeginningOfAnother(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("short.npy"), text);
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void callsTruncatedWhatEndsWithinTheBeginning() throws IOException {
        Path file = Files.write(folder.resolve("cut.npy"), new byte[] {(byte) 0x93, 'N', 'U'});
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains("truncated"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (-16, -16) | has the impossible shape (-16, -16)
            (1.5, 2)   | has the impossible shape (1.5, 2)
            [2, 3]     | has a damaged header
            """)
    void refusesAnImpossibleShapeAsSuch(String shape, String message) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        byte[] text = header.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Path file = folder.resolve("shape.npy");
        try (var out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
            out.write(text);
        }
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(file));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws IOException {
        Path file = folder.resolve("written.npy");
        Npy.write(file, VALUES, 2, 3);
        assertArrayEquals(Files.readAllBytes(resource("float32.npy")), Files.readAllBytes(file));
    }

    @Test
    void writesAVectorAsATupleOfOne() throws IOException {
        Path file = folder.resolve("vector.npy");
        Npy.write(file, VALUES, 6);
        assertTrue(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("'shape': (6,), }"));
    }

    @Test
    void namesTheFileThatItCannotWrite() {
        Path file = folder.resolve("no/such/folder/f.npy");
        UserException e = assertThrows(UserException.class, () -> Npy.write(file, VALUES, 6));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
}
