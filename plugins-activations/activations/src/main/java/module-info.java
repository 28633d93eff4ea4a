/** Scalar functions between layers. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.activations {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.network.Activation with
            org.neuralredshift.activations.Gaussian,
            org.neuralredshift.activations.Gelu,
            org.neuralredshift.activations.Relu,
            org.neuralredshift.activations.Selu,
            org.neuralredshift.activations.Sigmoid,
            org.neuralredshift.activations.Sine,
            org.neuralredshift.activations.Swish,
            org.neuralredshift.activations.Tanh;
}
