package org.neuralredshift.backends.cuda.driver;

import java.util.Set;

/** A call of the driver or of the compiler failed. The message names the call, the error, and what it says. */
public final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** The driver's word for too little memory. */
    public static final String OUT_OF_MEMORY = "CUDA_ERROR_OUT_OF_MEMORY";

    /** After these the driver answers every call of the process for that card with an error. */
    private static final Set<String> FATAL = Set.of(
            "CUDA_ERROR_ASSERT",
            "CUDA_ERROR_CONTEXT_IS_DESTROYED",
            "CUDA_ERROR_DEVICE_UNAVAILABLE",
            "CUDA_ERROR_ECC_UNCORRECTABLE",
            "CUDA_ERROR_HARDWARE_STACK_ERROR",
            "CUDA_ERROR_ILLEGAL_ADDRESS",
            "CUDA_ERROR_ILLEGAL_INSTRUCTION",
            "CUDA_ERROR_INVALID_ADDRESS_SPACE",
            "CUDA_ERROR_INVALID_PC",
            "CUDA_ERROR_LAUNCH_FAILED",
            "CUDA_ERROR_LAUNCH_TIMEOUT",
            "CUDA_ERROR_MISALIGNED_ADDRESS",
            "CUDA_ERROR_NVLINK_UNCORRECTABLE");

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

    /** Whether the card answers nothing any more. */
    public boolean isFatal() {
        return FATAL.contains(error);
    }

    /** Whether less would have been possible. */
    public boolean isOutOfMemory() {
        return error.equals(OUT_OF_MEMORY);
    }
}
