package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.learning.Examples;
import org.neuralredshift.api.learning.Goal;
import org.neuralredshift.api.parameter.InvalidParameterException;

class ImageFittingTest {
    @TempDir
    Path folder;

    private final ImageFitting dataset = new ImageFitting();

    private Examples of(Map<String, ?> given) {
        return dataset.examples(dataset.parameters().resolve(given), 1, 1);
    }

    private Path write(int type, String format, int width, int height, int... argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < argb.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, argb[i]);
            } else {
                image.setRGB(i % width, i / width, argb[i]);
            }
        }
        Path file = folder.resolve("image." + format);
        assertTrue(ImageIO.write(image, format, file.toFile()));
        return file;
    }

    private InvalidParameterException refused(Path file) {
        return refused(Map.of("file", file.toString()), "file");
    }

    private InvalidParameterException refused(Map<String, ?> given, String parameter) {
        InvalidParameterException e = assertThrows(InvalidParameterException.class, () -> of(given));
        assertEquals(parameter, e.parameter());
        return e;
    }

    @Test
    void eachPixelIsAnExampleAtItsCentreWithX2Upwards() throws IOException {
        int[] shades = {0, 51, 102, 153, 204, 255, 10, 20};
        Path file = write(BufferedImage.TYPE_BYTE_GRAY, "png", 4, 2, shades);
        Examples examples = of(Map.of("file", file.toString(), "size", 4));
        assertArrayEquals(
                new float[] {
                    -0.75f, 0.25f, -0.25f, 0.25f, 0.25f, 0.25f, 0.75f, 0.25f, -0.75f, -0.25f, -0.25f, -0.25f, 0.25f,
                    -0.25f, 0.75f, -0.25f
                },
                examples.inputs());
        for (int i = 0; i < shades.length; i++) {
            assertEquals(shades[i] / 255f, examples.labels()[i], 1e-6, "shade " + i);
        }
        assertEquals(new Goal.Signal(1), examples.goal());
    }

    @Test
    void coloursBecomeTheirLuminanceAndWhatIsTransparentShowsWhite() throws IOException {
        Path file = write(
                BufferedImage.TYPE_INT_ARGB,
                "png",
                4,
                2,
                0xFFFF0000,
                0xFF00FF00,
                0xFF0000FF,
                0xFFFFFFFF,
                0,
                0x00FF0000,
                0x80000000,
                0xFF000000);
        assertArrayEquals(
                new float[] {0.299f, 0.587f, 0.114f, 1, 1, 1, 1 - 128 / 255f, 0},
                of(Map.of("file", file.toString(), "size", 4)).labels(),
                1e-6f);
    }

    @Test
    void greyWithTransparencyKeepsItsShades() throws IOException {
        ComponentColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(grey, grey.createCompatibleWritableRaster(4, 1), false, null);
        image.getRaster().setSamples(0, 0, 4, 1, 0, new int[] {51, 51, 204, 255});
        image.getRaster().setSamples(0, 0, 4, 1, 1, new int[] {255, 0, 255, 51});
        Path file = folder.resolve("grey.png");
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        assertArrayEquals(
                new float[] {0.2f, 1, 0.8f, 1},
                of(Map.of("file", file.toString(), "size", 4, "train-fraction", 0.5))
                        .labels(),
                1e-6f);
    }

    @Test
    void jpegIsRead() throws IOException {
        int[] pixels = new int[64 * 64];
        Arrays.setAll(pixels, i -> 0xFF000000 | 0x010101 * (i % 64 < 32 ? 30 : 220));
        float[] shades = of(Map.of(
                        "file",
                        write(BufferedImage.TYPE_INT_RGB, "jpg", 64, 64, pixels).toString()))
                .labels();
        assertEquals(30 / 255f, shades[64 * 10 + 5], 0.02);
        assertEquals(220 / 255f, shades[64 * 10 + 58], 0.02);
    }

    /** As printers want them, and as programs for them write them: 255 is no ink, which is white. */
    @Test
    void aJpegOfFourInksIsRead() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        Arrays.fill(((DataBufferByte) inks.getDataBuffer()).getData(), (byte) 255);
        inks.setSamples(0, 4, 8, 4, 3, new int[32]);
        Path file = folder.resolve("inks.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        float[] shades = of(Map.of("file", file.toString(), "size", 8)).labels();
        assertEquals(1, shades[0], 0.02);
        assertEquals(0, shades[63], 0.02);
    }

    @Test
    void theNoteTellsTheDrawnImageFromThatOfAFile() throws Exception {
        assertEquals(
                "an image drawn by the program at 8 × 8 pixels",
                of(Map.of("size", 8)).note());
        Path file = write(BufferedImage.TYPE_INT_RGB, "png", 4, 2, -1);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertEquals(
                "the image " + file + " SHA-256 " + HexFormat.of().formatHex(digest) + " at 8 × 4 pixels",
                of(Map.of("file", file.toString(), "size", 8)).note());
    }

    @Test
    void aSmallerImageHasTheMeanOfTheAreaThatEachPixelCovers() {
        GreyImage image = new GreyImage(3, 2, new float[] {0, 0.5f, 1, 1, 0.5f, 0});
        assertArrayEquals(image.shades(), image.scaled(3).shades());
        GreyImage two = image.scaled(2); // 2 × 1: each covers one and a half columns of both rows
        assertEquals(1, two.height());
        assertArrayEquals(new float[] {0.5f, 0.5f}, two.shades(), 1e-6f);
        GreyImage strip = new GreyImage(5, 1, new float[] {0, 1, 0, 1, 1}).scaled(2);
        assertArrayEquals(new float[] {1 / 2.5f, 2 / 2.5f}, strip.shades(), 1e-6f);
    }

    @Test
    void aLargerImageRepeatsPixels() {
        assertArrayEquals(
                new float[] {0, 0, 1, 1, 0, 0, 1, 1},
                new GreyImage(2, 1, new float[] {0, 1}).scaled(4).shades(),
                0);
    }

    @Test
    void everyPixelIsForTrainingOrForTheTest() {
        Examples examples = of(Map.of("size", 20));
        assertEquals(360, examples.train().length);
        int[] all = IntStream.concat(
                        Arrays.stream(examples.train()),
                        Arrays.stream(examples.tests().get("test")))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 400).toArray(), all);
    }

    @Test
    void seedsShareTheImageAndLeaveOutOtherPixels() {
        var parameters = dataset.parameters().defaults();
        Examples first = dataset.examples(parameters, 1, 1);
        Examples second = dataset.examples(parameters, 1, 2);
        assertSame(first.labels(), second.labels());
        assertSame(first.inputs(), second.inputs());
        assertTrue(!Arrays.equals(first.train(), second.train()));
    }

    @Test
    void theDrawnImageHasAllShadesAndBothSmoothAndSharpPlaces() {
        float[] shades = of(Map.of()).labels();
        float least = 1;
        float most = 0;
        int smooth = 0;
        int sharp = 0;
        for (int i = 0; i < 64 * 64; i++) {
            least = Math.min(least, shades[i]);
            most = Math.max(most, shades[i]);
            if (i % 64 > 0) {
                float step = Math.abs(shades[i] - shades[i - 1]);
                smooth += step < 0.02 ? 1 : 0;
                sharp += step > 0.2 ? 1 : 0;
            }
        }
        assertTrue(least >= 0 && least < 0.15 && most > 0.9 && most <= 1, least + " to " + most);
        assertTrue(smooth > 800, smooth + " smooth steps");
        assertTrue(sharp > 200, sharp + " sharp steps");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertTrue(refused(folder.resolve("away.png")).getMessage().contains("no such file"));
    }

    @Test
    void refusesAFolder() {
        assertTrue(refused(folder).getMessage().contains("folder"));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertTrue(
                refused(Files.createFile(folder.resolve("x.png"))).getMessage().contains("empty"));
    }

    @Test
    void refusesAFileThatIsNoImage() throws IOException {
        Path file = Files.writeString(folder.resolve("x.png"), "no image at all");
        assertTrue(refused(file).getMessage().contains("it is no image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void refusesAnImageThatIsCutOff(String format) throws IOException {
        int[] pixels = new int[200 * 200];
        Arrays.setAll(pixels, i -> 0xFF000000 | i * 7919);
        Path file = write(BufferedImage.TYPE_INT_RGB, format, 200, 200, pixels);
        byte[] bytes = Files.readAllBytes(file);
        for (int part = 1; part < 8; part++) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length * part / 8));
            assertTrue(refused(file).getMessage().contains(file.toString()));
        }
    }

    @Test
    void refusesAnImageOfTooManyPixels() throws IOException {
        Path file = write(BufferedImage.TYPE_BYTE_BINARY, "png", 10_000, 6_000);
        assertTrue(refused(file).getMessage().contains("10000 × 6000 pixels"));
    }

    @Test
    void refusesAnImageOfOneShade() throws IOException {
        assertTrue(refused(write(BufferedImage.TYPE_INT_RGB, "png", 9, 9))
                .getMessage()
                .contains("more than one shade"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void refusesASplitThatLeavesNothing(double fraction) {
        refused(Map.of("train-fraction", fraction), "train-fraction");
    }
}
