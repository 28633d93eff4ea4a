package org.neuralredshift.tasks.learning;

import java.util.List;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.tasks.learning.data.ModuloAddition;
import org.neuralredshift.testkit.TaskSuite;

class GuessAndCheckSuiteTest extends TaskSuite {
    @Override
    protected List<Task> extensions() {
        return List.of(new GuessAndCheck());
    }

    @Override
    protected List<Dataset> datasets() {
        return List.of(new ModuloAddition());
    }
}
