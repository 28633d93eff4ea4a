package org.neuralredshift.tasks.learning.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a small MNIST: images whose every pixel is 10 · digit + number. */
final class Idx {
    private Idx() {}

    /** Five images of each digit to train on and ten for tests, plain, all four files. */
    static void folder(Path folder) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(50));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(50));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(100));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(100));
    }

    static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + 784 * count);
        bytes.putInt(0x803).putInt(count).putInt(28).putInt(28);
        for (int row = 0; row < count; row++) {
            for (int pixel = 0; pixel < 784; pixel++) {
                bytes.put((byte) (10 * (row % 10) + row / 10));
            }
        }
        return bytes.array();
    }

    static byte[] labels(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count);
        bytes.putInt(0x801).putInt(count);
        for (int row = 0; row < count; row++) {
            bytes.put((byte) (row % 10));
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
