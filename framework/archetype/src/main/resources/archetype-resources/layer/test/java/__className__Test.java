package ${package};

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.backends.cpu.CpuBackend;
import org.neuralredshift.testkit.LayerSuite;

class ${className}Test extends LayerSuite {
    @Override
    protected List<Layer> extensions() {
        return List.of(new ${className}());
    }

    @Override
    protected List<Backend> backends() {
        return List.of(new CpuBackend());
    }
}
