package org.neuralredshift.tasks.functions;

import java.util.List;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.testkit.Provided;
import org.neuralredshift.testkit.TaskSuite;

class RandomFunctionsTest extends TaskSuite {
    @Override
    protected List<Task> extensions() {
        return Provided.by(RandomFunctions.class, Task.class);
    }
}
