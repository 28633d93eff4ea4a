package org.neuralredshift.backends.cuda;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.testkit.BackendSuite;

/** Every kernel, compiled as C++ and run on the processor: its numbers are those of the definition. */
class EmulatedConformanceTest extends BackendSuite {
    private final List<Backend> backends = List.of(onTheProcessor());

    private static Backend onTheProcessor() {
        Backend backend = new CudaBackend(new OnTheProcessor());
        Availability availability = backend.probe();
        Assertions.assertTrue(availability.usable(), availability.detail());
        return backend;
    }

    @Override
    protected List<Backend> extensions() {
        return backends;
    }
}
