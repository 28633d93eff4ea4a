package org.neuralredshift.backends.cuda.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Functions that kernels call, as CUDA C beside the classes. */
enum Texts {
    /** Minimum, maximum and sigmoid. */
    FUNCTIONS("functions.cu"),
    /** Quantised numbers, and their phrases. */
    PHRASES("phrases.cu"),
    /** Rows of tables. */
    TABLES("tables.cu"),
    /** The generator of random words. */
    DRAW("draw.cu"),
    /** Normal numbers. */
    NORMAL("normal.cu"),
    /** Products on tensor cores. */
    TENSOR("tensor.cu");

    private final String file;

    Texts(String file) {
        this.file = file;
    }

    /** The functions. */
    String text() {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks its own " + file + ": its JAR is not whole");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
