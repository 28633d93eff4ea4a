package ${package};

import java.util.List;
import java.util.Set;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.testkit.BackendSuite;

class ${className}Test extends BackendSuite {
    @Override
    protected List<Backend> extensions() {
        return List.of(new ${className}());
    }

    @Override
    protected Set<String> refused(Backend backend) {
        return Set.of("scatter-add");
    }
}
