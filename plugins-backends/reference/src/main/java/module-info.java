/** The float64 interpreter that defines what a graph means. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.backends.reference {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.compute.Backend with
            org.neuralredshift.backends.reference.ReferenceBackend;
}
