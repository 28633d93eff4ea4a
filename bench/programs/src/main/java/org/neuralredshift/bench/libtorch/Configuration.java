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
 * @param tile points per product, to keep what a network computes in the cache; a divisor of the grid's points
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
        int tile,
        int threads,
        double seconds) {

    private static final int GRID = 64;

    Configuration(Request request) {
        this(
                Activation.named(request.word("act", "relu")),
                request.integer("depth", 3),
                request.integer("width", 64),
                request.integer("grid", GRID),
                Boolean.parseBoolean(request.word("ln", "false")),
                request.number("mag", 1),
                request.word("metrics", ""),
                request.integer("batch", 1),
                request.integer("tile", request.integer("grid", GRID) * request.integer("grid", GRID)),
                request.integer("threads", Runtime.getRuntime().availableProcessors()),
                request.number("seconds", 1));
    }

    Configuration {
        if (!metrics.matches("[fp78]*")) {
            throw new IllegalArgumentException(
                    "metrics here are f, p, 7 and 8 (Fourier, polynomials, LZ76, LZ78), not " + metrics);
        }
        if (tile < 1 || grid * grid % tile != 0) {
            throw new IllegalArgumentException(
                    "a tile of " + tile + " points does not divide a grid of " + grid + " x " + grid);
        }
        if (batch > 1 && tile < grid * grid) {
            throw new IllegalArgumentException("tiles are for a batch of one network, not " + batch);
        }
    }

    /** The number of tiles. */
    int tiles() {
        return points() / tile;
    }

    boolean measures(char metric) {
        return metrics.indexOf(metric) >= 0;
    }

    int points() {
        return grid * grid;
    }
}
