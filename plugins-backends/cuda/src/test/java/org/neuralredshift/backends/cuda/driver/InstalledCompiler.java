package org.neuralredshift.backends.cuda.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** NVIDIA's compiler for tests of other packages. */
public final class InstalledCompiler {
    private InstalledCompiler() {}

    /** NVRTC, where it is installed or NRS_CUDA_LIBRARIES names its folder. */
    public static Optional<Compiler> find() {
        List<Path> found = LibrarySearch.ofProcess().compiler().found();
        return found.stream().findFirst().map(path -> new Nvrtc(path, LibrarySearch.builtins(path)));
    }
}
