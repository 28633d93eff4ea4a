package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;

/**
 * What a .npy file says about its array, checked to be one that can be read.
 *
 * @param file for messages
 * @param type NumPy's word for the element type
 * @param fortranOrder whether the first index runs fastest
 * @param shape one or two extents, at least 1
 */
record NpyHeader(Path file, String type, boolean fortranOrder, List<Long> shape) {
    private static final long MOST_VALUES = 1L << 27;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^()]*)\\)");

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /** Reads and checks the header; the channel then is at the first element. */
    static NpyHeader read(Path file, FileChannel channel) throws IOException {
        requireMagic(file, channel);
        int version = bytes(file, channel, 2).get();
        if (version < 1 || version > 3) {
            throw new UserException(
                    file + " has format version " + version + "; versions 1 to 3 are known.", "Save it with np.save.");
        }
        long length = version == 1
                ? Short.toUnsignedLong(bytes(file, channel, Short.BYTES).getShort())
                : Integer.toUnsignedLong(bytes(file, channel, Integer.BYTES).getInt());
        if (length > channel.size() - channel.position()) {
            throw truncated(file);
        }
        return parse(
                file,
                StandardCharsets.UTF_8
                        .decode(bytes(file, channel, (int) length))
                        .toString());
    }

    private static NpyHeader parse(Path file, String text) {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find()) {
            throw new UserException(
                    file + " does not hold a plain array of numbers; its header is " + text.strip() + ".",
                    "Take one field of it: np.save('function.npy', a['NAME'].astype('<f4'))");
        }
        if (!order.find() || !shape.find()) {
            throw new UserException(
                    file + " has a damaged header: " + text.strip() + ".", "Save it again with np.save.");
        }
        List<Long> extents = extents(file, shape.group(1));
        return new NpyHeader(file, type.group(1), order.group(1).equals("True"), extents).checked();
    }

    private static List<Long> extents(Path file, String tuple) {
        try {
            return Stream.of(tuple.split(","))
                    .map(word -> word.replace("L", "").strip())
                    .filter(word -> !word.isEmpty())
                    .map(NpyHeader::extent)
                    .toList();
        } catch (NumberFormatException e) {
            throw new UserException(
                    file + " has the impossible shape (" + tuple + ").", "Save it again with np.save.", e);
        }
    }

    private static Long extent(String word) {
        long extent = Long.parseLong(word);
        if (extent < 0) {
            throw new NumberFormatException(word + " is negative");
        }
        return extent;
    }

    private NpyHeader checked() {
        if (shape.isEmpty() || shape.size() > 2) {
            throw new UserException(
                    file + " holds an array of " + shape.size() + " dimensions, " + shapeText()
                            + "; a function on a grid has two: x2, x1.",
                    shape.isEmpty()
                            ? "Save the values on a grid, not one number."
                            : "Save one function: np.save('function.npy', a" + "[0]".repeat(shape.size() - 2) + ")");
        }
        if (shape.contains(0L)) {
            throw new UserException(
                    file + " holds no values: its shape is " + shapeText() + ".", "Save a filled array.");
        }
        if (shape.stream().anyMatch(extent -> extent > MOST_VALUES) || count() > MOST_VALUES) {
            throw new UserException(
                    file + " says that its shape is " + shapeText() + "; at most " + MOST_VALUES + " values are read.",
                    "Thin it out: np.save('function.npy', a[::2, ::2])");
        }
        return this;
    }

    /** The number of elements. */
    long count() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    int rows() {
        return shape.size() == 1 ? 1 : shape.getFirst().intValue();
    }

    int columns() {
        return shape.getLast().intValue();
    }

    String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" x ", "[", "]"));
    }

    /** Compares as much of the beginning as there is. */
    private static void requireMagic(Path file, FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Npy.MAGIC_LENGTH);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // Keeps on until the buffer is full or the file ends.
        }
        byte[] found = Arrays.copyOf(start.array(), start.position());
        if (!Npy.isMagic(found)) {
            throw notNumpy(file, found);
        }
        if (start.hasRemaining()) {
            throw truncated(file);
        }
    }

    private static ByteBuffer bytes(Path file, FileChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw truncated(file);
            }
        }
        return buffer.flip();
    }

    private static UserException truncated(Path file) {
        return new UserException(
                file + " is truncated: it ends within the header of a .npy file.",
                "Write it again: np.save('" + file.getFileName() + "', a)");
    }

    private static UserException notNumpy(Path file, byte[] start) {
        if (start.length == 0) {
            return new UserException(file + " is empty.", "Write it with np.save('function.npy', a)");
        }
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return new UserException(
                    file + " is a zip archive (.npz, or a saved PyTorch tensor), not a .npy file.",
                    "Save one array: np.save('function.npy', np.load(path)['NAME']), or from PyTorch np.save('function.npy', t.numpy())");
        }
        String found = HexFormat.ofDelimiter(" ").formatHex(start);
        return new UserException(
                file + " is not a .npy file: it begins with the bytes " + found + ", not 93 NUMPY.",
                "Write it with np.save('function.npy', a)");
    }
}
