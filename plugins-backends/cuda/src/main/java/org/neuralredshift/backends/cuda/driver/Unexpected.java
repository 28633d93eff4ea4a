package org.neuralredshift.backends.cuda.driver;

/** What a method handle of a native function can throw: nothing that is checked. */
final class Unexpected {
    private Unexpected() {}

    /** Throws it as it is; the result is for the compiler. */
    static RuntimeException of(Throwable thrown) {
        switch (thrown) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }
}
