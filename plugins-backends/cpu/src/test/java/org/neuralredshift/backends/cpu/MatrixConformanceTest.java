package org.neuralredshift.backends.cpu;

import java.util.List;
import org.neuralredshift.api.compute.Backend;

/** What tiles do is done by matrices as well, within the same errors. */
class MatrixConformanceTest extends ConformanceTest {
    @Override
    protected List<Backend> extensions() {
        return List.of(new MatrixBackend(Lanes.FLOATS.length(), 0));
    }
}
