package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.compute.Backend;

class ConformanceWithoutVectorsTest extends ConformanceTest {
    @Override
    protected List<Backend> extensions() {
        return List.of(new CpuBackend(1, 0));
    }
}
