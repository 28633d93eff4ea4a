package org.neuralredshift.api.data;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.neuralredshift.api.annotation.Api;

/**
 * Sampled functions, {@code [networks, points]} float32: one Arrow {@code FixedSizeList<Float32>} with the canonical
 * {@code arrow.fixed_shape_tensor} metadata, which any Arrow reader opens.
 */
@Api(INCUBATING)
public final class SampleBatch implements AutoCloseable {
    private final SampleSpec spec;
    private final FixedSizeListVector vector;
    private final MemorySegment segment;

    /** Room for {@code networks} functions, from the given account. The caller closes it. */
    @SuppressWarnings("restricted") // the segment is exactly the buffer that was just allocated
    public SampleBatch(Memory memory, SampleSpec spec, int networks) {
        this.spec = spec;
        this.vector = new FixedSizeListVector(field(spec), memory.allocator(), null);
        long bytes = (long) Math.multiplyExact(networks, spec.points()) * Float.BYTES;
        try {
            allocate(networks);
        } catch (RuntimeException | Error e) {
            vector.close();
            throw e;
        }
        this.segment =
                MemorySegment.ofAddress(data().getDataBuffer().memoryAddress()).reinterpret(bytes);
    }

    /**
     * Functions in memory that is there already, for instance what a {@link org.neuralredshift.api.compute.Session#memory session} lends:
     * neither it nor the account copies them.
     *
     * @param numbers native memory of at least {@code [networks, points]} float32, aligned to 64 bytes, which must outlive the batch
     * @throws IllegalArgumentException if it is too small, or a Java array
     */
    public SampleBatch(Memory memory, SampleSpec spec, int networks, MemorySegment numbers) {
        this.spec = spec;
        long bytes = (long) Math.multiplyExact(networks, spec.points()) * Float.BYTES;
        if (!numbers.isNative() || numbers.byteSize() < bytes) {
            throw new IllegalArgumentException(networks + " functions of " + spec.points() + " points need " + bytes
                    + " bytes of native memory, and there are " + numbers.byteSize()
                    + (numbers.isNative() ? "" : " of a Java array"));
        }
        this.segment = numbers.asSlice(0, bytes);
        this.vector = new FixedSizeListVector(field(spec), memory.allocator(), null);
        try {
            vector.initializeChildrenFromFields(children());
            vector.setInitialCapacity(networks);
            vector.allocateNew();
            wrap(memory);
            setPresent(networks);
        } catch (RuntimeException | Error e) {
            vector.close();
            throw e;
        }
    }

    private void wrap(Memory memory) {
        ForeignAllocation foreign = new ForeignAllocation(segment.byteSize(), segment.address()) {
            @Override
            protected void release0() {} // whoever lent it takes it back
        };
        try (ArrowBuf numbers = memory.allocator().wrapForeignAllocation(foreign);
                ArrowBuf noneIsNull = memory.allocator().getEmpty()) {
            int count = Math.toIntExact(segment.byteSize() / Float.BYTES);
            data().loadFieldBuffers(new ArrowFieldNode(count, 0), List.of(noneIsNull, numbers));
        }
    }

    private static List<Field> children() {
        return List.of(Field.notNullable("value", new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE)));
    }

    private void setPresent(int networks) {
        for (int network = 0; network < networks; network++) {
            vector.setNotNull(network);
        }
        vector.setValueCount(networks);
    }

    private void allocate(int networks) {
        vector.initializeChildrenFromFields(children());
        vector.setInitialCapacity(networks);
        vector.allocateNew();
        data().allocateNew(networks * spec.points());
        setPresent(networks);
        // Whoever writes through the segment passes by Arrow's own setters, which would mark each number as present.
        data().getValidityBuffer().setOne(0, data().getValidityBuffer().capacity());
    }

    private Float4Vector data() {
        return (Float4Vector) vector.getDataVector();
    }

    private static Field field(SampleSpec spec) {
        int[] shape = spec instanceof Grid grid ? grid.shape() : new int[] {spec.points()};
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("ARROW:extension:name", "arrow.fixed_shape_tensor");
        metadata.put(
                "ARROW:extension:metadata",
                "{\"shape\":" + Arrays.toString(shape).replace(" ", "") + "}");
        if (spec instanceof Grid grid) {
            metadata.put(
                    "neuralredshift:axes",
                    grid.axes().reversed().stream()
                            .map(axis -> axis.kind() + "[" + axis.nodes().getFirst() + ","
                                    + axis.nodes().getLast() + "]x" + axis.size())
                            .collect(Collectors.joining(";")));
        }
        ArrowType type = new ArrowType.FixedSizeList(spec.points());
        return new Field("samples", new FieldType(false, type, null, metadata), List.of());
    }

    /** Where the functions are sampled. */
    public SampleSpec spec() {
        return spec;
    }

    /** The numbers themselves, 64-byte aligned; backends write here. Gone when the batch is closed: do not touch then. */
    public MemorySegment segment() {
        return segment;
    }

    /** Arrow's own view of the same memory; nothing in it is null. */
    public FixedSizeListVector vector() {
        return vector;
    }

    /**
     * Moves a view to one of the functions.
     *
     * @throws IllegalArgumentException if the view is for other points
     * @throws IndexOutOfBoundsException if there is no such network
     */
    public void read(int network, Samples into) {
        float[] values = into.values();
        if (values.length != spec.points()) {
            throw new IllegalArgumentException(
                    "a view of " + values.length + " points on a batch of " + spec.points() + " points per function");
        }
        MemorySegment.copy(
                segment,
                ValueLayout.JAVA_FLOAT,
                (long) network * values.length * Float.BYTES,
                values,
                0,
                values.length);
    }

    @Override
    public void close() {
        vector.close();
    }
}
