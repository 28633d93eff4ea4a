/** Scalar functions between layers. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.activations {
    requires org.neuralredshift.api;
    requires static org.jspecify;
}
