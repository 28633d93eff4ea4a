package org.neuralredshift.backends.cuda.driver;

import java.util.List;
import java.util.Optional;

/** Makes code of a card from CUDA C. Thread-safe. */
public interface Compiler {
    /** Name and version, for people and for the names of compiled files. */
    String version();

    /** The major version of CUDA that it is of. */
    int major();

    /**
     * What to compile for: {@code sm_90} for code of exactly this card, or {@code compute_90} for what its driver translates when
     * the compiler is older than the card; empty if it makes nothing that the card runs.
     */
    Optional<String> architecture(Device device);

    /**
     * Compiles.
     *
     * @param options of the compiler, but for the architecture
     * @param architecture as above
     * @throws DriverException with the compiler's messages
     */
    byte[] compile(String source, List<String> options, String architecture);
}
