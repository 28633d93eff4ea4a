package org.neuralredshift.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.MeasureOn;
import org.neuralredshift.engine.run.RunSummary;
import org.neuralredshift.engine.run.Runner;
import org.neuralredshift.engine.store.OutputFolder;
import org.neuralredshift.engine.study.Plan;
import org.neuralredshift.engine.study.Preset;
import org.neuralredshift.engine.study.Studies;

/** Runs whole studies with the engine's runner: weights, evaluation, metrics, rows written to a temporary folder. */
final class StudyBurst implements Burst {
    private static final long FIRST_NETWORKS = 64;

    private final Catalog catalog;
    private final Backend backend;
    private final int wantedThreads;
    private final MeasureOn measureOn;
    private final Path folder;
    private final Path study;
    private double rate;
    private int threads;
    private int runs;

    private StudyBurst(Catalog catalog, Backend backend, int wantedThreads, MeasureOn measureOn, Path folder) {
        this.catalog = catalog;
        this.backend = backend;
        this.wantedThreads = wantedThreads;
        this.measureOn = measureOn;
        this.folder = folder;
        this.study = folder.resolve("bench.yaml");
    }

    static StudyBurst open(BenchConfiguration configuration, Catalog catalog, Backend backend, MeasureOn measureOn) {
        try {
            Path folder = Files.createTempDirectory("nrs-bench");
            StudyBurst burst = new StudyBurst(catalog, backend, configuration.threads(), measureOn, folder);
            Files.writeString(burst.study, yaml(configuration, BenchNetworks.schema(catalog)));
            return burst;
        } catch (IOException e) {
            throw new UserException("There is no room for temporary files: " + Reasons.of(e) + ".", "Set TMPDIR.", e);
        }
    }

    private static String yaml(BenchConfiguration configuration, ParameterSchema schema) {
        String metrics = BenchNetworks.labels(configuration).stream()
                .map(label -> '"' + label + '"')
                .collect(Collectors.joining(", "));
        String further = configuration.parameters().entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + written(entry.getKey(), entry.getValue(), schema) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                "study: bench",
                "task: " + SampledNetwork.TASK,
                "seeds: 1",
                "null-models: []",
                "parameters:",
                "  activation: " + configuration.activation(),
                "  depth: " + configuration.depth(),
                "  layers: \"" + configuration.layers() + '"',
                "  width: " + configuration.width(),
                "  grid: " + configuration.grid(),
                further.stripTrailing(),
                "metrics: [" + metrics + "]",
                "");
    }

    /** Words in quotes, for a composition of layers may hold a colon; numbers without, or they would be words. */
    private static String written(String name, String text, ParameterSchema schema) {
        boolean number = schema.find(name)
                .filter(parameter ->
                        parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL)
                .isPresent();
        return number ? text : '"' + text + '"';
    }

    /** Runs as many networks as the last run's rate lets expect in that time. */
    @Override
    public long run(double seconds) {
        long networks = Math.max(FIRST_NETWORKS, (long) (rate * seconds));
        Plan plan = Studies.plan(Studies.read(study, Preset.STANDARD, List.of("seeds=" + networks), catalog));
        OutputFolder output = OutputFolder.create(folder.resolve("run" + runs++), plan);
        Runner runner = new Runner(plan, catalog, backend, wantedThreads, measureOn);
        RunSummary summary = runner.run(output, progress -> {});
        threads = summary.threads();
        rate = summary.progress().rate();
        return networks;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UserException(
                    "The temporary folder " + folder + " could not be deleted: " + Reasons.of(e) + ".", null, e);
        }
    }
}
