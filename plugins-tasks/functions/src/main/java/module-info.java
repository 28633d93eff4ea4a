/** Random networks as functions: sample, evaluate, measure. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.tasks.functions {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.task.Task with
            org.neuralredshift.tasks.functions.RandomFunctions;
}
