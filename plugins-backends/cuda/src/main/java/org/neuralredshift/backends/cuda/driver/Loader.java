package org.neuralredshift.backends.cuda.driver;

import java.nio.file.Path;
import java.util.Optional;

/** Loads what was found. */
interface Loader {
    /** The driver in a file. */
    Driver driver(Path path);

    /** The compiler in a file, with its builtin functions. */
    Compiler compiler(Path path, Optional<Path> builtins);

    /** Loads native code. */
    final class OfNativeCode implements Loader {
        @Override
        public Driver driver(Path path) {
            return new NativeDriver(path);
        }

        @Override
        public Compiler compiler(Path path, Optional<Path> builtins) {
            return new Nvrtc(path, builtins);
        }
    }
}
