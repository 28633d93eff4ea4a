/** The command {@code nrs}. Nothing here computes: it asks the engine, and tells people and programs the answer. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.cli {
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    requires org.neuralredshift.engine;
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    opens org.neuralredshift.cli.command to
            info.picocli;

    uses org.neuralredshift.engine.examination.Examiner;
}
