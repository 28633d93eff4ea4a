/**
 * What a plugin of Neural Redshift compiles against: the service types, and the data that flows between them.
 *
 * <p>One service type per kind of extension, so that the {@code provides} clause of a JAR tells what it offers before
 * any class of it is loaded.
 */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.api {
    requires static org.jspecify;
    requires transitive org.apache.arrow.memory.core;
    requires transitive org.apache.arrow.vector;
    requires org.neuralredshift.arrow.allocator;

    exports org.neuralredshift.api;
    exports org.neuralredshift.api.annotation;
    exports org.neuralredshift.api.compute;
    exports org.neuralredshift.api.data;
    exports org.neuralredshift.api.expression;
    exports org.neuralredshift.api.graph;
    exports org.neuralredshift.api.learning;
    exports org.neuralredshift.api.metric;
    exports org.neuralredshift.api.network;
    exports org.neuralredshift.api.parameter;
    exports org.neuralredshift.api.random;
    exports org.neuralredshift.api.task;
    exports org.neuralredshift.api.training;
}
