package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.network.SampledNetwork;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.Selections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code nrs sample}: one random network, its function, weights and measures. */
@Command(
        name = "sample",
        description = {
            "Draw one random network and write what it is.",
            "That is function.npy and function.png (its values on the grid, first axis x2), spectrum.png,",
            "weights/NAME.npy, and network.json (parameters, shapes, measures).",
            "The same seeds give the same weights, to the bit, as in a study.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs sample --activation tanh --depth 3 --width 64 --magnitude 5 --to tanh5",
            "  nrs sample --activation sine --magnitude 10 --grid 256 --seed 7 --to sine",
            "  nrs sample --layers mlp+layer-norm --activation gaussian --magnitude 5 --to normalised",
            "  nrs sample --encoding fourier-lattice --depth 0 --to unbiased",
            "  nrs sample --activation relu --weights normal --scaled weights+biases --to relu --force"
        })
final class SampleCommand implements Callable<Integer> {
    private static final Map<String, List<String>> ALIASES = Map.of("distribution", List.of("--weights"));
    private static final long SEEDS = 1L << 32;

    private final Nrs nrs;
    private final CommandSpec spec;
    private final ParameterSchema schema;
    private final ParameterOptions parameters;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path to = Path.of("");

    @Option(
            names = "--force",
            description =
                    "Write into DIR even if it holds something; an earlier network there is replaced, other files are kept.")
    private boolean force;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the network, 0 to 2^32 - 1 (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--study-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the study, 0 to 2^32 - 1 (default: ${DEFAULT-VALUE}).")
    private long studySeed;

    @Mixin
    private final BackendChoice backendChoice = new BackendChoice();

    @Mixin
    private final MetricChoice metricChoice = new MetricChoice();

    @Option(names = "--json", description = "Print network.json instead of a summary.")
    private boolean json;

    private SampleCommand(Nrs nrs, ParameterSchema schema) {
        this.nrs = nrs;
        this.schema = schema;
        this.parameters = new ParameterOptions(schema, ALIASES);
        this.spec = CommandSpec.forAnnotatedObject(this);
        parameters.addTo(spec);
    }

    /**
     * The command.
     *
     * @param complete whether to ask the task of random functions for its parameters, which loads plugins; without them
     *     the command can only be listed
     */
    static CommandSpec create(Nrs nrs, boolean complete) {
        ParameterSchema schema = complete
                ? nrs.plugins().catalog().find(Task.class, SampledNetwork.TASK).parameters()
                : ParameterSchema.EMPTY;
        return new SampleCommand(nrs, schema).spec;
    }

    @Override
    public Integer call() {
        requireSeed("--seed", seed);
        requireSeed("--study-seed", studySeed);
        Catalog catalog = nrs.plugins().catalog();
        Parameters given = new Selections(catalog).canonical(schema, parameters.read(spec));
        Backend backend = backendChoice.backend(nrs);
        SampledNetwork network = SampledNetwork.of(given, catalog, studySeed, seed);
        List<MetricSelection> metrics = metricChoice.selections(catalog);
        NetworkFolder.requireFree(to, force);

        Grid grid = Grid.uniform(given.count("grid"), 2);
        Map<SampleSpec, Samples> evaluated = new HashMap<>();
        Samples function = network.evaluate(grid, backend);
        evaluated.put(grid, function);
        List<Measured> measures = new ArrayList<>();
        for (MetricSelection metric : metricChoice.suited(metrics, grid)) {
            measures.add(metricChoice.attempt(metric, "a grid of " + grid.size() + " points per axis", () -> {
                SampleSpec where = metric.metric().sampling(grid, metric.parameters());
                return Measured.of(metric, evaluated.computeIfAbsent(where, s -> network.evaluate(s, backend)));
            }));
        }
        SpectrumPicture spectrum = SpectrumPicture.of(function.status(), measures);
        Map<String, Object> record =
                NetworkFolder.write(to, network, given, backend, function, measures, spectrum, new ComputedBy(catalog));
        if (spectrum.amplitudes().isEmpty()) {
            nrs.terminal().warn("There is no spectrum.png: " + spectrum.text() + ".");
        }
        nrs.print(json ? Json.indented(record) + "\n" : Measured.table(measures) + "written to " + to + "\n");
        return ExitCode.OK;
    }

    private static void requireSeed(String option, long value) {
        if (value < 0 || value >= SEEDS) {
            throw new UserException(option + " is " + value + ", but must be from 0 to " + (SEEDS - 1) + ".", null);
        }
    }
}
