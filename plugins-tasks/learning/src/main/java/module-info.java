/** Learning: datasets, and tasks that train networks on them. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.tasks.learning {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.learning.Dataset with
            org.neuralredshift.tasks.learning.data.ModuloAddition;
}
