package org.neuralredshift.api.graph;

/** Tensors that do not fit. The message names the layer, the operation and the shapes. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message the layer, the operation and the shapes */
    public ShapeException(String message) {
        super(message);
    }
}
