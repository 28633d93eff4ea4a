/**
 * Proves that a plugin is right: one suite of tests per service type, which an author inherits by overriding one method.
 * Needs the API and JUnit, nothing else of ours.
 */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.testkit {
    requires static org.jspecify;
    requires jdk.management;
    requires transitive org.junit.jupiter.api;
    requires transitive org.neuralredshift.api;

    exports org.neuralredshift.testkit;

    uses org.neuralredshift.api.compute.Backend;
    uses org.neuralredshift.api.learning.Dataset;
    uses org.neuralredshift.api.metric.Metric;
    uses org.neuralredshift.api.network.Activation;
    uses org.neuralredshift.api.network.Layer;
    uses org.neuralredshift.api.task.Task;
}
