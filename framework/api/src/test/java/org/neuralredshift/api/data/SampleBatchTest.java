package org.neuralredshift.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.Test;

class SampleBatchTest {
    private static final Grid GRID = new Grid(List.of(Axis.uniform(3), new Axis("legendre", List.of(-0.5, 0.5))));

    @Test
    void arrowAndTheSegmentAreTheSameMemory() {
        try (Memory memory = Memory.open();
                SampleBatch batch = new SampleBatch(memory, GRID, 2)) {
            for (int i = 0; i < 12; i++) {
                batch.segment().setAtIndex(ValueLayout.JAVA_FLOAT, i, i + 0.5f);
            }
            assertEquals(
                    List.of(6.5f, 7.5f, 8.5f, 9.5f, 10.5f, 11.5f),
                    batch.vector().getObject(1));
            ((Float4Vector) batch.vector().getDataVector()).set(7, -3f);
            assertEquals(-3f, batch.segment().getAtIndex(ValueLayout.JAVA_FLOAT, 7));
            assertEquals(12 * Float.BYTES, batch.segment().byteSize());
        }
    }

    @Test
    void nothingIsNull() {
        try (Memory memory = Memory.open();
                SampleBatch batch = new SampleBatch(memory, GRID, 2)) {
            assertEquals(2, batch.vector().getValueCount());
            assertEquals(0, batch.vector().getNullCount());
            assertEquals(12, batch.vector().getDataVector().getValueCount());
            assertEquals(0, batch.vector().getDataVector().getNullCount());
        }
    }

    @Test
    void theMemoryIsAlignedForVectorsAndCacheLines() {
        try (Memory memory = Memory.open();
                SampleBatch first = new SampleBatch(memory, GRID, 1);
                SampleBatch second = new SampleBatch(memory, GRID, 3)) {
            assertEquals(0, first.segment().address() % 64);
            assertEquals(0, second.segment().address() % 64);
        }
    }

    @Test
    void theFieldTellsShapeAndAxesInTheTermsOfArrow() {
        try (Memory memory = Memory.open();
                SampleBatch batch = new SampleBatch(memory, GRID, 1);
                SampleBatch points = new SampleBatch(memory, new PointSet(2, 1, 2, 3, 4), 1)) {
            Field field = batch.vector().getField();
            assertEquals(
                    Map.of(
                            "ARROW:extension:name",
                            "arrow.fixed_shape_tensor",
                            "ARROW:extension:metadata",
                            "{\"shape\":[2,3]}",
                            "neuralredshift:axes",
                            "legendre[-0.5,0.5]x2;uniform[-1.0,1.0]x3"),
                    field.getMetadata());
            assertEquals(
                    "{\"shape\":[2]}", points.vector().getField().getMetadata().get("ARROW:extension:metadata"));
        }
    }

    @Test
    void aViewReadsOneFunction() {
        try (Memory memory = Memory.open();
                SampleBatch batch = new SampleBatch(memory, GRID, 2)) {
            for (int i = 0; i < 12; i++) {
                batch.segment().setAtIndex(ValueLayout.JAVA_FLOAT, i, i);
            }
            Samples view = new Samples(GRID);
            batch.read(1, view);
            assertArrayEquals(new float[] {6, 7, 8, 9, 10, 11}, view.values());
            assertThrows(IndexOutOfBoundsException.class, () -> batch.read(2, view));
            Samples other = new Samples(Grid.uniform(2, 2));
            assertThrows(IllegalArgumentException.class, () -> batch.read(0, other));
        }
    }

    @Test
    void aBatchThatIsNotClosedIsFoundWhenItsMemoryIs() {
        Memory memory = Memory.open();
        SampleBatch batch = new SampleBatch(memory, GRID, 2);
        String message =
                assertThrows(IllegalStateException.class, memory::close).getMessage();
        assertTrue(message.contains("leak"), message);
        assertEquals(2, batch.vector().getValueCount());
    }

    @Test
    void aPartOfAnAccountIsClosedByItself() {
        try (Memory root = Memory.open()) {
            try (Memory part = root.child("worker");
                    SampleBatch batch = new SampleBatch(part, GRID, 2)) {
                assertTrue(
                        root.allocator().getAllocatedMemory() >= batch.segment().byteSize());
            }
            assertEquals(0, root.allocator().getAllocatedMemory());
        }
    }

    @Test
    void aBatchThatNoArrayHoldsLeavesNothingBehind() {
        try (Memory memory = Memory.open()) {
            Grid grid = Grid.uniform(64, 2);
            // 2^20 functions of 2^12 points; closing the account fails if anything of it still is open.
            assertThrows(ArithmeticException.class, () -> new SampleBatch(memory, grid, 1 << 20));
        }
    }

    @Test
    void functionsMayLieInMemoryOfTheCaller() {
        try (Memory memory = Memory.open();
                Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate((2L * GRID.points() + 5) * Float.BYTES, 64);
            numbers.setAtIndex(ValueLayout.JAVA_FLOAT, GRID.points() + 1L, 3.5f);
            try (SampleBatch batch = new SampleBatch(memory, GRID, 2, numbers)) {
                assertEquals(numbers.address(), batch.segment().address());
                assertEquals(2L * GRID.points() * Float.BYTES, batch.segment().byteSize());
                Float4Vector values = (Float4Vector) batch.vector().getDataVector();
                assertEquals(numbers.address(), values.getDataBuffer().memoryAddress());
                assertEquals(2, batch.vector().getValueCount());
                assertEquals(3.5f, values.get(GRID.points() + 1));
                assertEquals(0, batch.vector().getNullCount() + values.getNullCount());
                Samples view = new Samples(GRID);
                batch.read(1, view);
                assertEquals(3.5f, view.values()[1]);
            }
            numbers.setAtIndex(ValueLayout.JAVA_FLOAT, 0, 1);
            MemorySegment array = MemorySegment.ofArray(new float[GRID.points()]);
            assertThrows(IllegalArgumentException.class, () -> new SampleBatch(memory, GRID, 1, array));
            assertThrows(IllegalArgumentException.class, () -> new SampleBatch(memory, GRID, 3, numbers));
        }
    }
}
