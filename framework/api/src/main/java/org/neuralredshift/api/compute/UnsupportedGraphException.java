package org.neuralredshift.api.compute;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.graph.Tensor;

/** A program has an operation that a backend does not run. The message names both and what to use instead. */
@Api(INCUBATING)
public final class UnsupportedGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the operation, the backend, and what to use instead */
    public UnsupportedGraphException(String message) {
        super(message);
    }

    /**
     * What a backend throws that does not {@linkplain Backend#offers offer} a kernel.
     *
     * @param backend its id
     */
    public static UnsupportedGraphException of(String backend, Tensor.Kernel kernel) {
        return new UnsupportedGraphException(
                "the backend " + backend + " has no kernel " + kernel.name() + " of revision "
                        + kernel.revision() + " with " + kernel.parameters().values() + " for "
                        + kernel.operand().shape() + ": ask Backend.offers first, and else compute it on the host");
    }
}
