/** The command {@code nrs}. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.cli {
    requires org.neuralredshift.engine;
    requires static org.jspecify;
}
