package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/** NumPy's array files, versions 1 to 3. */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** How many bytes tell the format. */
    static final int MAGIC_LENGTH = MAGIC.length;

    private Npy() {}

    /**
     * Reads an array of one or two dimensions, rounded to float32. Accepted are little-endian {@code f4} and {@code
     * f8}, integers of 1 to 8 bytes and booleans, in C or Fortran order.
     *
     * @throws UserException if it is anything else; the hint is the line of NumPy that converts it
     */
    static SampledFunction read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            NpyHeader header = NpyHeader.read(file, channel);
            NpyType type = NpyType.of(header);
            long found = channel.size() - channel.position();
            long expected = header.count() * type.bytes();
            if (found != expected) {
                throw new UserException(
                        "%s is %s: its header says %s of %s, that is %d bytes, but %d follow."
                                .formatted(
                                        file,
                                        found < expected ? "truncated" : "longer than one array",
                                        header.shapeText(),
                                        header.type(),
                                        expected,
                                        found),
                        "Write it again: np.save('" + file.getFileName() + "', a)");
            }
            ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(found)).order(ByteOrder.LITTLE_ENDIAN);
            while (data.hasRemaining() && channel.read(data) >= 0) {
                // Keeps on until the buffer is full; its size was compared with the file's.
            }
            return function(file, header, type, data.flip());
        }
    }

    private static SampledFunction function(Path file, NpyHeader header, NpyType type, ByteBuffer data) {
        int rows = header.rows();
        int columns = header.columns();
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            float value = type.read(data, i * type.bytes());
            values[header.fortranOrder() ? i % rows * columns + i / rows : i] = value;
        }
        return new SampledFunction(file, values, rows, columns);
    }

    /**
     * Writes float32 in C order, the bytes that {@code numpy.save} writes.
     *
     * @param shape extents, slowest first; their product is the number of values
     * @throws UserException if the file cannot be written
     */
    public static void write(Path file, float[] values, int... shape) {
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values are no " + Arrays.toString(shape));
        }
        byte[] header = header(shape);
        ByteBuffer bytes = ByteBuffer.allocate(header.length + Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        bytes.asFloatBuffer().put(values);
        try {
            Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + file + ": " + Reasons.of(e) + ".", "Check the folder and the free space.", e);
        }
    }

    private static byte[] header(int[] shape) {
        String tuple = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (shape.length == 1 ? "," : "");
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + tuple + "), }";
        int fixed = MAGIC.length + 2 + Short.BYTES;
        int total = (fixed + dictionary.length() + 1 + 63) / 64 * 64;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - fixed));
        header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        while (header.position() < total - 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** Whether the first bytes of a file, at least one, are those of NumPy's files, as far as they go. */
    static boolean isMagic(byte[] start) {
        return start.length > 0 && Arrays.equals(start, Arrays.copyOf(MAGIC, start.length));
    }
}
