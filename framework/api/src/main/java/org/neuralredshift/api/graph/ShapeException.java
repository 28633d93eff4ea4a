package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import org.neuralredshift.api.annotation.Api;

/** Tensors that do not fit. The message names the layer, the operation and the shapes. */
@Api(STABLE)
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /** @param message the layer, the operation and the shapes */
    public ShapeException(String message) {
        this("", message);
    }

    /**
     * @param place the scope and the part, {@code hidden2/residual}; empty if there is none
     * @param message the layer, the operation and the shapes
     */
    public ShapeException(String place, String message) {
        super(message);
        this.place = place;
    }

    /** The scope and the part, {@code hidden2/residual}; empty if there is none. */
    public String place() {
        return place;
    }
}
