package org.neuralredshift.examiner;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.testkit.TaskSuite;

/** What an author of a task inherits, with all activations, layers and datasets that are installed. */
final class TaskChecks extends TaskSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Task> extensions() {
        return examination.extensions(Task.class);
    }

    @Override
    protected List<Activation> activations() {
        return joined(examination.others(Activation.class), super.activations());
    }

    @Override
    protected List<Layer> layers() {
        return joined(examination.others(Layer.class), super.layers());
    }

    @Override
    protected List<Dataset> datasets() {
        List<Dataset> own = examination.subject().plugin().extensions().get().stream()
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .toList();
        return joined(joined(own, examination.others(Dataset.class)), super.datasets());
    }

    /** The first of each id. */
    private static <E extends Extension> List<E> joined(List<E> installed, List<E> kits) {
        List<E> all = new ArrayList<>(installed);
        for (E own : kits) {
            if (all.stream().noneMatch(extension -> extension.id().equals(own.id()))) {
                all.add(own);
            }
        }
        return all;
    }
}
