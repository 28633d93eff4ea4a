package org.neuralredshift.tasks.learning.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of the format IDX, as MNIST comes in (Y. LeCun, C. Cortes, C. Burges): two zero bytes, the type, the number of
 * dimensions, each dimension as four bytes with the highest first, then the values. Here: unsigned bytes, plain or gzipped.
 *
 * @param file it was read from
 * @param count of images or labels
 * @param values {@code [count, pixels]} or {@code [count]}
 * @param checksum of the file as it lies there
 */
record IdxFile(Path file, int count, byte[] values, String checksum) {
    /** What a file of MNIST holds. */
    enum Content {
        /** Images of 28 × 28 bytes. */
        IMAGES(0x803, 28 * 28),
        /** Digits, a byte each. */
        LABELS(0x801, 1);

        private final int magic;
        private final int size;

        Content(int magic, int size) {
            this.magic = magic;
            this.size = size;
        }

        private String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A file is not what it should be; the message is a clause that begins with the file's name. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(Path file, String found, @Nullable Throwable cause) {
            super(file.getFileName() + " " + found, cause);
        }
    }

    private static final int MOST_IMAGES = 1_000_000;
    private static final long MOST_BYTES = 1L << 30;

    /** @throws Unreadable if the file is something else, damaged, or cannot be read */
    static IdxFile read(Path file, Content content) throws Unreadable {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unreadable(file, "has " + Files.size(file) + " bytes, more than any file of MNIST", null);
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean zipped = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
            try (InputStream plain = new ByteArrayInputStream(bytes);
                    InputStream in = zipped ? new GZIPInputStream(plain) : plain) {
                int count = header(file, content, in);
                return new IdxFile(file, count, values(file, content, count, in), Checksum.of(bytes));
            }
        } catch (ZipException | EOFException e) {
            throw new Unreadable(file, "is a damaged or incomplete gzip file; copy or download it again", e);
        } catch (IOException e) {
            throw new Unreadable(file, "cannot be read: " + e, e);
        }
    }

    /** Reads up to the first value. */
    private static int header(Path file, Content content, InputStream in) throws IOException, Unreadable {
        int dimensions = content == Content.IMAGES ? 3 : 1;
        byte[] bytes = in.readNBytes(4 + 4 * dimensions);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int magic = bytes.length < 4 ? 0 : header.getInt();
        if (bytes.length < 4) {
            throw new Unreadable(file, "has " + bytes.length + " bytes and no IDX header; download it again", null);
        }
        if (magic != content.magic) {
            throw new Unreadable(file, found(magic, content), null);
        }
        if (bytes.length < 4 + 4 * dimensions) {
            throw new Unreadable(file, "ends within its header; download it again", null);
        }
        int count = header.getInt();
        if (count < 1 || count > MOST_IMAGES) {
            throw new Unreadable(
                    file,
                    "says that it holds " + (count & 0xFFFFFFFFL) + " " + content.words() + ", but 1 to " + MOST_IMAGES
                            + " are read",
                    null);
        }
        if (content == Content.IMAGES) {
            int rows = header.getInt();
            int columns = header.getInt();
            if (rows != 28 || columns != 28) {
                throw new Unreadable(
                        file,
                        "holds images of " + rows + " × " + columns + " pixels, but those of MNIST have 28 × 28",
                        null);
            }
        }
        return count;
    }

    private static String found(int magic, Content content) {
        for (Content other : Content.values()) {
            if (magic == other.magic) {
                return "holds " + other.words() + " (magic number " + magic + ") where " + content.words() + " ("
                        + content.magic + ") belong; maybe the files of images and labels are swapped";
            }
        }
        return String.format(
                "starts with the bytes %08X, but the IDX file of %s with %08X; is it the file of MNIST?",
                magic, content.words(), content.magic);
    }

    private static byte[] values(Path file, Content content, int count, InputStream in) throws IOException, Unreadable {
        int size = count * content.size;
        byte[] values = in.readNBytes(size);
        if (values.length < size) {
            throw new Unreadable(
                    file,
                    "is cut off: it says that it holds " + count + " " + content.words() + ", and "
                            + values.length / content.size + " are there; download it again",
                    null);
        }
        if (in.read() >= 0) {
            throw new Unreadable(
                    file,
                    "goes on after the " + count + " " + content.words() + " that it says it holds; download it again",
                    null);
        }
        return values;
    }
}
