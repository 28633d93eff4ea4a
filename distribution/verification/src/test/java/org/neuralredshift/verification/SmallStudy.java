package org.neuralredshift.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Study files for tests. */
final class SmallStudy {
    private SmallStudy() {}

    /** 2 activations x 2 depths x 3 magnitudes x 4 seeds, done in a moment; one cell overflows. */
    static Path quick(Path folder) throws IOException {
        return write(folder, "small", """
                study: small
                title: A small study
                task: random-functions
                seed: 7
                seeds: 4
                parameters:
                  activation: [relu, sine]
                  depth: [0, 2]
                  width: 16
                  magnitude: [1, 10, 1e30]
                  grid: 32
                metrics: [fourier, "fourier:prototype", lz78]
                keep-samples: 1
                figures:
                  - kind: heatmap
                    metric: fourier
                    panel: activation
                    x: magnitude
                    y: depth
                    pictures: true
                  - kind: lines
                    metric: lz78
                    panel: activation
                    x: magnitude
                    lines: depth
                  - kind: scatter
                    colour: activation
                """);
    }

    /** Some seconds of work in 16 batches, all of one program: what takes longest at first is to compile. */
    static Path slow(Path folder) throws IOException {
        return write(folder, "slow", """
                study: slow
                task: random-functions
                seed: 7
                seeds: 2048
                null-models: []
                parameters:
                  activation: relu
                  depth: 3
                  width: 32
                  magnitude: [1, 5]
                  grid: 32
                metrics: [fourier, lz78]
                keep-samples: 1
                """);
    }

    /** Two constant functions, two that are rounding, two beyond float32. */
    static Path shapeless(Path folder, List<String> metrics) throws IOException {
        return write(folder, "shapeless", """
                study: shapeless
                task: random-functions
                seeds: 2
                null-models: []
                parameters: {depth: 3, grid: 16}
                sweeps:
                  - {activation: relu, magnitude: [0, 1e20]}
                  - {activation: tanh, magnitude: 0.05}
                metrics: ["%s"]
                """.formatted(String.join("\", \"", metrics)));
    }

    /** 1000 hidden layers. */
    static Path deep(Path folder) throws IOException {
        return write(folder, "deep", """
                study: deep
                task: random-functions
                seeds: 2
                null-models: []
                parameters:
                  activation: tanh
                  depth: 1000
                  width: 4
                  grid: 8
                metrics: [lz78]
                """);
    }

    /** More points at once than the reference backend keeps. */
    static Path impossible(Path folder) throws IOException {
        return write(folder, "impossible", """
                study: impossible
                task: random-functions
                seeds: 2
                null-models: []
                parameters:
                  depth: 1
                  width: 200
                  grid: 4096
                metrics: [fourier]
                """);
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }
}
