package org.neuralredshift.engine.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.vector.types.pojo.Field;
import org.neuralredshift.engine.UserException;

/** What an Arrow file tells about itself before its numbers are read. */
final class ArrowFormat {
    private static final String EXTENSION = "ARROW:extension:metadata";
    private static final Pattern SHAPE = Pattern.compile("\"shape\"\\s*:\\s*\\[([0-9,\\s]*)]");
    private static final Pattern PERMUTATION = Pattern.compile("\"permutation\"\\s*:\\s*\\[([0-9,\\s]*)]");

    private ArrowFormat() {}

    /** Whether this is the file format, with a footer, rather than a stream. Leaves the position at the start. */
    static boolean isFile(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(6);
        channel.read(start, 0);
        return new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1).equals("ARROW1");
    }

    /** The extents of a fixed-shape tensor; empty if the field is not one. */
    static int[] tensorShape(Path file, Field field) {
        String metadata = field.getMetadata().getOrDefault(EXTENSION, "");
        Matcher shape = SHAPE.matcher(metadata);
        if (!shape.find()) {
            return new int[0];
        }
        int[] extents = integers(shape.group(1));
        Matcher permutation = PERMUTATION.matcher(metadata);
        if (permutation.find()
                && !Arrays.equals(
                        integers(permutation.group(1)),
                        IntStream.range(0, extents.length).toArray())) {
            throw new UserException(
                    file + ": the tensors of column " + field.getName() + " are permuted: " + metadata + ".",
                    "Write them in row-major order, from a C-contiguous array.");
        }
        return extents;
    }

    private static int[] integers(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** What to say about a file that Arrow's reader refuses. */
    static UserException unreadable(Path file, Exception cause) {
        return String.valueOf(cause.getMessage()).contains("ompression")
                ? new UserException(
                        file + " is compressed, which is not read.",
                        "Write it without: pyarrow.feather.write_feather(table, path, compression='uncompressed')",
                        cause)
                : new UserException(
                        file + " is no whole Arrow IPC file: it is cut off, or is something else.",
                        "Write it again with pyarrow.ipc.new_file, and close the writer.",
                        cause);
    }
}
