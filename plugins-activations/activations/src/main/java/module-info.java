/** Scalar functions between layers. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.activations {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.network.Activation with
            org.neuralredshift.activations.Absolute,
            org.neuralredshift.activations.BetaSwish,
            org.neuralredshift.activations.Elu,
            org.neuralredshift.activations.Gabor,
            org.neuralredshift.activations.Gaussian,
            org.neuralredshift.activations.Gelu,
            org.neuralredshift.activations.HardSwish,
            org.neuralredshift.activations.Identity,
            org.neuralredshift.activations.LeakyRelu,
            org.neuralredshift.activations.Mish,
            org.neuralredshift.activations.Relu,
            org.neuralredshift.activations.Selu,
            org.neuralredshift.activations.Sigmoid,
            org.neuralredshift.activations.Sinc,
            org.neuralredshift.activations.Sine,
            org.neuralredshift.activations.Snake,
            org.neuralredshift.activations.Softplus,
            org.neuralredshift.activations.Softsign,
            org.neuralredshift.activations.Swish,
            org.neuralredshift.activations.Tanh,
            org.neuralredshift.activations.TanhGelu;
}
