package org.neuralredshift.backends.reference;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Float32 memory for bindings. */
final class Floats {
    private Floats() {}

    static MemorySegment of(float... values) {
        return MemorySegment.ofArray(values);
    }

    static MemorySegment zeros(int count) {
        return MemorySegment.ofArray(new float[count]);
    }

    static float[] read(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_FLOAT);
    }
}
