/** The host: loads plugins, plans and runs studies, stores results, draws figures. Names no plugin. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.engine {
    requires transitive org.neuralredshift.api;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive java.desktop;
    requires java.management;
    requires org.apache.arrow.format;
    requires org.jfree.svg;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;

    exports org.neuralredshift.engine;
    exports org.neuralredshift.engine.claims;
    exports org.neuralredshift.engine.distribution;
    exports org.neuralredshift.engine.examination;
    exports org.neuralredshift.engine.figure;
    exports org.neuralredshift.engine.io;
    exports org.neuralredshift.engine.plugin;
    exports org.neuralredshift.engine.study;
    exports org.neuralredshift.engine.report;
    exports org.neuralredshift.engine.run;
    exports org.neuralredshift.engine.statistics;
    exports org.neuralredshift.engine.store;

    uses org.neuralredshift.api.compute.Backend;
    uses org.neuralredshift.api.learning.Dataset;
    uses org.neuralredshift.api.metric.Metric;
    uses org.neuralredshift.api.network.Activation;
    uses org.neuralredshift.api.network.Layer;
    uses org.neuralredshift.api.task.Task;
}
