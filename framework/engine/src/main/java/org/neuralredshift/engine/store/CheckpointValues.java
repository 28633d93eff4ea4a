package org.neuralredshift.engine.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.data.Axis;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.PointSet;
import org.neuralredshift.api.data.SampleSpec;

/** Values of rows, numbers of functions, and where those were sampled, as bytes of a checkpoint. */
final class CheckpointValues {
    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int INTEGER = 2;
    private static final int REAL = 3;

    private CheckpointValues() {}

    static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case String text -> {
                out.writeByte(TEXT);
                text(out, text);
            }
            case Long number -> {
                out.writeByte(INTEGER);
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte(REAL);
                out.writeLong(Double.doubleToRawLongBits(number));
            }
            default -> throw new IllegalArgumentException(value.getClass() + " is no type of a column");
        }
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case NULL -> null;
            case TEXT -> text(in);
            case INTEGER -> in.readLong();
            case REAL -> in.readDouble();
            default -> throw new IOException("has a value of unknown type " + type);
        };
    }

    static void write(DataOutputStream out, float[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    static float[] readFloats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Float.BYTES))
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }

    static void write(DataOutputStream out, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    static double[] readDoubles(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(numbers.length * Double.BYTES))
                .asDoubleBuffer()
                .get(numbers);
        return numbers;
    }

    static void write(DataOutputStream out, SampleSpec spec) throws IOException {
        switch (spec) {
            case Grid grid -> {
                out.writeInt(grid.axes().size());
                for (Axis axis : grid.axes()) {
                    text(out, axis.kind());
                    write(
                            out,
                            axis.nodes().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                }
            }
            case PointSet points -> {
                out.writeInt(-points.dimension());
                write(out, points.coordinates());
            }
        }
    }

    static SampleSpec readSpec(DataInputStream in) throws IOException {
        int axes = in.readInt();
        if (axes < 0) {
            return new PointSet(-axes, readFloats(in));
        }
        List<Axis> all = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            String kind = text(in);
            List<Double> nodes = new ArrayList<>();
            for (double node : readDoubles(in)) {
                nodes.add(node);
            }
            all.add(new Axis(kind, nodes));
        }
        return new Grid(all);
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
