package org.neuralredshift.backends.dl4j;

import org.neuralredshift.api.graph.Shape;

/**
 * How an operation sees a result: elements of one type, row-major unless it is a window.
 *
 * @param storage where they lie
 * @param type of an element
 * @param shape without the network axis
 * @param window which of the elements are meant
 */
record Value(Storage storage, Type type, Shape shape, Window window) {
    /** What elements are. */
    enum Type {
        /** float32. */
        FLOAT(4),
        /** 32 bits: row numbers, masks, and the bits of float32. */
        INTEGER(4),
        /** One byte, 0 or 1: what comparisons give. */
        TRUTH(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /** All elements of a storage. */
    Value(Storage storage, Type type, Shape shape) {
        this(storage, type, shape, Window.ALL);
    }

    /** The same elements under another shape. */
    Value shaped(Shape other) {
        return new Value(storage, type, other);
    }

    /** The same bits as another type of equal size. */
    Value as(Type other) {
        return new Value(storage, other, shape);
    }

    /** Some elements of a larger tensor. */
    Value windowed(Shape inside, Window of) {
        return new Value(storage, type, inside, of);
    }

    boolean perNetwork() {
        return storage.perNetwork();
    }

    boolean isEmpty() {
        return shape.size() == 0;
    }
}
