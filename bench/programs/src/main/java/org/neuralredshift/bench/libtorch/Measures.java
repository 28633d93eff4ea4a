package org.neuralredshift.bench.libtorch;

import org.bytedeco.pytorch.Tensor;

/** What a configuration asks to measure. */
final class Measures implements AutoCloseable {
    private final Fourier fourier;
    private final Polynomials polynomials;
    private final LempelZiv lempelZiv;

    Measures(Configuration configuration) {
        fourier = configuration.measures('f') ? new Fourier(configuration) : null;
        polynomials = configuration.measures('p') ? new Polynomials(configuration) : null;
        lempelZiv = configuration.measures('7') || configuration.measures('8') ? new LempelZiv(configuration) : null;
    }

    /** Measures functions [batch, points]. */
    void take(Tensor images) {
        if (fourier != null) {
            fourier.of(images);
        }
        if (polynomials != null) {
            polynomials.of(images);
        }
        if (lempelZiv != null) {
            lempelZiv.of(images);
        }
    }

    @Override
    public void close() {
        if (lempelZiv != null) {
            lempelZiv.close();
        }
    }
}
