package org.neuralredshift.bench.libtorch;

import org.neuralredshift.bench.Request;

/**
 * What a request with {@code train} asks for: networks that learn addition modulo p as a choice among p classes, with Adam.
 *
 * @param activation of every hidden layer: relu, tanh, sin or gelu
 * @param depth hidden layers
 * @param width units of each
 * @param batch rows of a step, drawn from all p² with replacement
 * @param modulus p
 * @param oneHot whether inputs are 2 p zeros and ones, of which the first layer gathers rows; else two numbers from -1 to 1
 * @param networks that are trained together, by batched products; 1 by plain ones
 * @param threads of libtorch in each trainer
 * @param trainers at once, each with networks of its own
 * @param seconds length of a burst
 */
record TrainingConfiguration(
        String activation,
        int depth,
        int width,
        int batch,
        int modulus,
        boolean oneHot,
        int networks,
        int threads,
        int trainers,
        double seconds) {

    TrainingConfiguration(Request request) {
        this(
                request.word("act", "relu"),
                request.integer("depth", 3),
                request.integer("width", 128),
                request.integer("batch", 256),
                request.integer("p", 97),
                Boolean.parseBoolean(request.word("one-hot", "false")),
                request.integer("nets", 1),
                request.integer("threads", 1),
                request.integer("procs", 1),
                request.number("seconds", 1));
        if (!request.word("train", "").equals("adam")) {
            throw new IllegalArgumentException("this peer trains with adam only, not " + request.word("train", ""));
        }
    }

    int features() {
        return oneHot ? 2 * modulus : 2;
    }
}
