package ${package};

import java.util.List;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.backends.cpu.CpuBackend;
import org.neuralredshift.testkit.TaskSuite;

class ${className}Test extends TaskSuite {
    @Override
    protected List<Task> extensions() {
        return List.of(new ${className}());
    }

    @Override
    protected Backend backend() {
        return new CpuBackend();
    }
}
