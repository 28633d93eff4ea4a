package org.neuralredshift.backends.dl4j;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.neuralredshift.api.graph.Shape;

/** The memory of a session, and ND4J's arrays over it. ND4J allocates none itself, so that closing a session frees all. */
final class SessionMemory implements AutoCloseable {
    private static final long ALIGNMENT = 64;

    private record Typed(int slot, Value.Type type) {}

    private final MemoryPlan plan;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> slots = new ArrayList<>();
    private final Map<Typed, DataBuffer> buffers = new HashMap<>();

    SessionMemory(MemoryPlan plan) {
        this.plan = plan;
        try {
            plan.bytes().forEach(bytes -> slots.add(arena.allocate(Math.max(bytes, ALIGNMENT), ALIGNMENT)));
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    /** The bytes of a value that is no window. */
    MemorySegment segment(Value value) {
        return slots.get(plan.slot(value.storage()))
                .asSlice(0, value.shape().size() * value.type().bytes());
    }

    /** ND4J's view of a value that is not empty. A single number has one axis, for ND4J treats none in a way of its own. */
    INDArray array(Value value) {
        int slot = plan.slot(value.storage());
        DataBuffer buffer = buffers.computeIfAbsent(new Typed(slot, value.type()), this::buffer);
        Shape shape = value.shape().rank() == 0 ? Shape.of(1) : value.shape();
        long[] extents = shape.extents().stream().mapToLong(i -> i).toArray();
        Window window = value.window();
        long[] strides = window.isAll()
                ? Nd4j.getStrides(extents, 'c')
                : window.strides().stream().mapToLong(i -> i).toArray();
        return Nd4j.create(buffer, extents, strides, window.offset(), 'c', type(value.type()));
    }

    private DataBuffer buffer(Typed typed) {
        ByteBuffer bytes = slots.get(typed.slot()).asByteBuffer().order(ByteOrder.nativeOrder());
        Pointer pointer = switch (typed.type()) {
            case FLOAT -> new FloatPointer(bytes.asFloatBuffer());
            case INTEGER -> new IntPointer(bytes.asIntBuffer());
            case TRUTH -> new BooleanPointer(bytes);
        };
        return Nd4j.createBuffer(pointer, bytes.capacity() / typed.type().bytes(), type(typed.type()));
    }

    private static DataType type(Value.Type type) {
        return switch (type) {
            case FLOAT -> DataType.FLOAT;
            case INTEGER -> DataType.INT32;
            case TRUTH -> DataType.BOOL;
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
