package org.neuralredshift.backends.cuda.driver;

/** A call of the driver or of the compiler failed. The message names the call, the error, and what it says. */
public final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** The driver's word for too little memory. */
    public static final String OUT_OF_MEMORY = "CUDA_ERROR_OUT_OF_MEMORY";

    private final String error;

    /**
     * @param call the function that failed
     * @param error the name of the error
     * @param text what the library says of it
     */
    public DriverException(String call, String error, String text) {
        super(call + " failed with " + error + (text.isBlank() ? "" : ": " + text));
        this.error = error;
    }

    /** The name of the error, such as {@code CUDA_ERROR_INVALID_VALUE}. */
    public String error() {
        return error;
    }

    /** Whether less would have been possible. */
    public boolean isOutOfMemory() {
        return error.equals(OUT_OF_MEMORY);
    }
}
