package org.neuralredshift.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A plugin with a dataset that is like none that ships: its test set has a name of its own, and seeds differ in the number of
 * points to train on, so that networks of different seeds cannot all be trained together.
 */
final class StrangersDataset {
    private static final String DESCRIPTOR = """
            module strange {
                requires org.neuralredshift.api;
                provides org.neuralredshift.api.learning.Dataset with strange.Points;
            }
            """;
    private static final String POINTS = """
            package strange;
            import java.util.List;
            import java.util.Map;
            import java.util.stream.IntStream;
            import org.neuralredshift.api.Description;
            import org.neuralredshift.api.learning.Dataset;
            import org.neuralredshift.api.learning.Examples;
            import org.neuralredshift.api.learning.Goal;
            import org.neuralredshift.api.learning.Plane;
            import org.neuralredshift.api.parameter.Parameters;
            import org.neuralredshift.api.random.RandomStream;
            /** On which side of a line random points lie. */
            public final class Points implements Dataset {
                public String id() { return "strange-points"; }
                public int revision() { return 1; }
                public Description description() { return Description.of("a fixture"); }
                public List<String> tests(Parameters parameters) { return List.of("validation"); }
                public Examples examples(Parameters parameters, long studySeed, long seed) {
                    RandomStream stream = new RandomStream().reset(studySeed, seed, 0, 0x53_54_52_41);
                    float[] inputs = new float[2 * 40];
                    float[] labels = new float[40];
                    for (int i = 0; i < 40; i++) {
                        inputs[2 * i] = (float) (2 * stream.nextOpen() - 1);
                        inputs[2 * i + 1] = (float) (2 * stream.nextOpen() - 1);
                        labels[i] = inputs[2 * i] > inputs[2 * i + 1] ? 1 : 0;
                    }
                    int train = 16 + (int) (seed / 3);
                    return new Examples(2, 1, inputs, labels, IntStream.range(0, train).toArray(),
                            Map.of("validation", IntStream.range(train, 40).toArray()),
                            new Goal.Binary(), Plane.square(1), "strange points");
                }
            }
            """;

    private StrangersDataset() {}

    /** The folder {@code plugins} with it. */
    static Path plugin(Path folder) throws IOException {
        PluginFixture fixture = new PluginFixture(folder);
        Path classes = fixture.compile(
                Map.of("module-info.java", DESCRIPTOR, "strange/Points.java", POINTS),
                "--module-path",
                Image.HOME.resolve("lib").toString());
        PluginFixture.jar(classes, fixture.modules("strange"));
        return fixture.plugins();
    }

    /** Two cohorts of six networks in one batch, each taught something else first; a figure and a claim on its test set. */
    static Path study(Path folder) throws IOException {
        return Files.writeString(folder.resolve("strange.yaml"), """
                study: strange
                task: learning
                seed: 7
                seeds: 6
                null-models: []
                parameters:
                  activation: tanh
                  dataset: strange-points
                  start-from: checkerboard
                  start-steps: 2000
                  prefactor: [1, 2]
                  depth: 1
                  width: 8
                  grid: 8
                  segments: 4
                  batch: 4
                  steps: 20000
                  measure-at: "10 5000"
                metrics: [fourier, lz78]
                keep-samples: 3
                figures:
                  - {kind: lines, metric: validation-accuracy, x: stage, lines: prefactor}
                  - {kind: pictures, x: stage, y: prefactor}
                claims:
                  - claim: The line is learned
                    metric: validation-accuracy
                    level: {expect: above, than: 0.6}
                """);
    }
}
