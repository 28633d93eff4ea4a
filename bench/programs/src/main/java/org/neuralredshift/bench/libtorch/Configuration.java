package org.neuralredshift.bench.libtorch;

import org.neuralredshift.bench.Request;

/**
 * What a request asks for: fresh networks R² -> R on a square grid.
 *
 * @param activation of every hidden layer
 * @param depth hidden layers
 * @param width units of each
 * @param grid points per axis
 * @param normalised whether layer normalisation comes before each activation
 * @param magnitude factor of weights and biases
 * @param metrics what is measured: f Fourier, p Chebyshev and Legendre, 7 LZ76, 8 LZ78; nothing if empty
 * @param batch networks per product
 * @param threads workers, each with networks of its own
 * @param seconds length of a burst
 */
record Configuration(
        Activation activation,
        int depth,
        int width,
        int grid,
        boolean normalised,
        double magnitude,
        String metrics,
        int batch,
        int threads,
        double seconds) {

    Configuration(Request request) {
        this(
                Activation.named(request.word("act", "relu")),
                request.integer("depth", 3),
                request.integer("width", 64),
                request.integer("grid", 64),
                Boolean.parseBoolean(request.word("ln", "false")),
                request.number("mag", 1),
                request.word("metrics", ""),
                request.integer("batch", 1),
                request.integer("threads", Runtime.getRuntime().availableProcessors()),
                request.number("seconds", 1));
    }

    Configuration {
        if (!metrics.isEmpty()) {
            throw new IllegalArgumentException("this peer only evaluates: leave out metrics (" + metrics + ")");
        }
    }

    int points() {
        return grid * grid;
    }
}
