/** Learning: datasets, and tasks that train networks on them. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.tasks.learning {
    requires java.desktop;
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.learning.Dataset with
            org.neuralredshift.tasks.learning.data.Checkerboard,
            org.neuralredshift.tasks.learning.data.ColouredDigits,
            org.neuralredshift.tasks.learning.data.ImageFitting,
            org.neuralredshift.tasks.learning.data.ModuloAddition,
            org.neuralredshift.tasks.learning.data.Parity,
            org.neuralredshift.tasks.learning.data.Spirals;
    provides org.neuralredshift.api.task.Task with
            org.neuralredshift.tasks.learning.GuessAndCheck,
            org.neuralredshift.tasks.learning.Learning;
}
