package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.tasks.learning.data.DigitSource.Collection;

class MnistFolderTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    @TempDir
    Path folder;

    @BeforeEach
    void fourFiles() throws IOException {
        Idx.folder(folder);
    }

    private MnistFolder read() {
        return new MnistFolder("folder", folder.toString(), 1);
    }

    private void assertRefused(String... words) {
        InvalidParameterException e = assertThrows(InvalidParameterException.class, this::read);
        assertEquals("folder", e.parameter());
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), () -> word + " is not in: " + e.getMessage());
        }
    }

    @Test
    void theTrainingFilesAreNoTestFiles() throws IOException {
        Files.copy(
                folder.resolve(IMAGES), folder.resolve("t10k-images-idx3-ubyte"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                folder.resolve(LABELS), folder.resolve("t10k-labels-idx1-ubyte"), StandardCopyOption.REPLACE_EXISTING);
        assertRefused("t10k-images-idx3-ubyte", "holds the same as another");
    }

    @Test
    void everyImageOfADigitIsThereOnce() {
        MnistFolder mnist = read();
        assertEquals(5, mnist.available(Collection.TRAIN));
        assertEquals(10, mnist.available(Collection.TEST));
        float[] image = new float[784];
        for (int digit = 0; digit < 10; digit++) {
            Set<Float> shades = new HashSet<>();
            Set<Float> expected = new HashSet<>();
            for (int number = 0; number < 5; number++) {
                mnist.image(Collection.TRAIN, digit, number, image);
                shades.add(image[0]);
                assertEquals(image[0], image[783]);
                expected.add((10 * digit + number) / 255f);
            }
            assertEquals(expected, shades);
        }
    }

    @Test
    void theOrderOfImagesIsDrawnFromTheSeedOfTheStudy() {
        List<List<Float>> orders = new ArrayList<>();
        for (long studySeed = 0; studySeed < 3; studySeed++) {
            MnistFolder mnist = new MnistFolder("folder", folder.toString(), studySeed);
            List<Float> order = new ArrayList<>();
            float[] image = new float[784];
            for (int number = 0; number < 10; number++) {
                mnist.image(Collection.TEST, 3, number, image);
                order.add(image[0]);
            }
            orders.add(order);
        }
        assertNotEquals(orders.get(0), orders.get(1));
        assertNotEquals(orders.get(1), orders.get(2));
    }

    @Test
    void gzippedAndPlainFilesAreTheSame() throws IOException {
        float[] plain = new float[784];
        read().image(Collection.TRAIN, 7, 2, plain);
        Files.delete(folder.resolve(IMAGES));
        Files.write(folder.resolve(IMAGES + ".gz"), Idx.gzip(Idx.images(50)));
        float[] zipped = new float[784];
        read().image(Collection.TRAIN, 7, 2, zipped);
        assertTrue(Arrays.equals(plain, zipped));
    }

    @Test
    void namesWithAPointInsteadOfAHyphenAreFoundToo() throws IOException {
        Files.move(folder.resolve(LABELS), folder.resolve("train-labels.idx1-ubyte"));
        assertEquals(5, read().available(Collection.TRAIN));
    }

    @Test
    void theNoteNamesTheFolderAndTheSumOfEachFile() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Idx.labels(100));
        String note = read().note();
        assertTrue(note.startsWith("MNIST of " + folder), note);
        assertTrue(
                note.contains("t10k-labels-idx1-ubyte SHA-256 " + HexFormat.of().formatHex(digest)), note);
        assertEquals(4, note.split("SHA-256", -1).length - 1, note);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        InvalidParameterException e = assertThrows(
                InvalidParameterException.class,
                () -> new MnistFolder("folder", folder.resolve("away").toString(), 1));
        assertTrue(e.getMessage().contains("no such folder"), e.getMessage());
    }

    @Test
    void refusesAFolderWithoutOneOfTheFiles() throws IOException {
        Files.delete(folder.resolve(LABELS));
        assertRefused(LABELS + " is not there", LABELS + ".gz");
    }

    @Test
    void refusesImagesAndLabelsThatAreSwapped() throws IOException {
        Files.write(folder.resolve(IMAGES), Idx.labels(50));
        assertRefused(IMAGES, "holds labels", "2049", "2051", "swapped");
    }

    @Test
    void refusesAFileOfAnotherFormat() throws IOException {
        Files.writeString(folder.resolve(IMAGES), "<html>not found</html>");
        assertRefused(IMAGES, "3C68746D", "00000803");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(Idx.images(50), 16 + 784 * 20 + 3));
        assertRefused(IMAGES, "cut off", "50 images", "20 are there");
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(Idx.images(50), 10));
        assertRefused(IMAGES, "ends within its header");
        Files.write(folder.resolve(IMAGES), new byte[0]);
        assertRefused(IMAGES, "0 bytes");
    }

    @Test
    void refusesAFileThatGoesOn() throws IOException {
        Files.write(folder.resolve(LABELS), Arrays.copyOf(Idx.labels(50), 59));
        assertRefused(LABELS, "goes on after the 50 labels");
    }

    @Test
    void refusesAGzippedFileThatIsCutOffOrDamaged() throws IOException {
        byte[] zipped = Idx.gzip(Idx.images(50));
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(zipped, zipped.length / 2));
        assertRefused(IMAGES, "gzip");
        zipped[zipped.length - 6] ^= 1; // of the check sum
        Files.write(folder.resolve(IMAGES), zipped);
        assertRefused(IMAGES, "gzip");
    }

    @Test
    void refusesImagesAndLabelsOfDifferentCounts() throws IOException {
        Files.write(folder.resolve(LABELS), Idx.labels(40));
        assertRefused(IMAGES + " holds 50 images", LABELS + " 40 labels");
    }

    @Test
    void refusesALabelThatIsNoDigit() throws IOException {
        byte[] labels = Idx.labels(50);
        labels[8 + 17] = (byte) 200;
        Files.write(folder.resolve(LABELS), labels);
        assertRefused(LABELS, "label 200 at number 17");
    }

    @Test
    void refusesImagesOfAnotherSize() throws IOException {
        byte[] images = Idx.images(50);
        images[11] = 27;
        Files.write(folder.resolve(IMAGES), images);
        assertRefused(IMAGES, "27 × 28");
    }

    @Test
    void refusesACountThatNoMemoryHolds() throws IOException {
        byte[] images = Idx.images(50);
        images[4] = (byte) 0xFF;
        Files.write(folder.resolve(IMAGES), images);
        assertRefused(IMAGES, "4278190130 images");
    }
}
