/** Parts of networks that are more than a scalar function. */
@org.jspecify.annotations.NullMarked
module org.neuralredshift.layers {
    requires org.neuralredshift.api;
    requires static org.jspecify;

    provides org.neuralredshift.api.network.Layer with
            org.neuralredshift.layers.Dense,
            org.neuralredshift.layers.FourierFeatures,
            org.neuralredshift.layers.FourierLattice,
            org.neuralredshift.layers.Gating,
            org.neuralredshift.layers.LayerNorm,
            org.neuralredshift.layers.PositionalEncoding,
            org.neuralredshift.layers.Prefactor,
            org.neuralredshift.layers.Residual;
}
