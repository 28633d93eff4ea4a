package org.neuralredshift.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.engine.UserException;

class GreyPngTest {
    @TempDir
    Path folder;

    private Path save(BufferedImage image) throws IOException {
        Path file = folder.resolve("f.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void theBottomRowOfAPictureIsTheFirstRowOfTheFunction() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, 255);
        image.getRaster().setSample(0, 1, 0, 51);
        assertArrayEquals(
                new float[] {0.2f, 0, 0, 1}, FunctionFiles.read(save(image)).values());
    }

    @Test
    void sixteenBitPicturesKeepTheirResolution() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 1);
        image.getRaster().setSample(1, 0, 0, 65535);
        assertArrayEquals(
                new float[] {1 / 65535f, 1}, FunctionFiles.read(save(image)).values());
    }

    @Test
    void greyPicturesInColourFormatsAreRead() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, 0x333333);
        assertArrayEquals(new float[] {0, 0.2f}, FunctionFiles.read(save(image)).values());
    }

    @Test
    void blackAndWhitePicturesAreRead() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xFFFFFF);
        assertArrayEquals(new float[] {0, 1}, FunctionFiles.read(save(image)).values());
    }

    @Test
    void colourAndTransparencyAreRefusedWithThePixel() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF010203);
        Path file = save(image);
        assertTrue(assertThrows(UserException.class, () -> FunctionFiles.read(file))
                .getMessage()
                .contains("#010203"));
        image.setRGB(0, 0, 0xFF000000);
        save(image);
        assertTrue(assertThrows(UserException.class, () -> FunctionFiles.read(file))
                .getMessage()
                .contains("transparent pixels, the first at x 1"));
    }

    @Test
    void damagedPicturesAreRefused() throws IOException {
        Path whole = save(new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = Files.write(folder.resolve("g.png"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(UserException.class, () -> FunctionFiles.read(file));
        Path text = Files.writeString(folder.resolve("h.png"), "no picture");
        UserException e = assertThrows(UserException.class, () -> FunctionFiles.read(text));
        assertEquals(text + " is no whole PNG picture.", e.getMessage());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = folder.resolve("f.png");
        GreyPng.write(file, new float[] {-1, 0, 3, 4}, 2, 2, 1);
        assertArrayEquals(
                new float[] {0, 0.2f, 0.8f, 1}, FunctionFiles.read(file).values());
    }

    @Test
    void scalingRepeatsEachSample() {
        Path file = folder.resolve("f.png");
        GreyPng.write(file, new float[] {0, 1}, 1, 2, 2);
        assertArrayEquals(
                new float[] {0, 0, 1, 1, 0, 0, 1, 1}, FunctionFiles.read(file).values());
    }

    @Test
    void aConstantFunctionIsGrey() {
        Path file = folder.resolve("f.png");
        GreyPng.write(file, new float[] {7, 7}, 1, 2, 1);
        assertEquals(128 / 255f, FunctionFiles.read(file).values()[0]);
    }
}
