package org.neuralredshift.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.cli.bench.Bench;
import org.neuralredshift.cli.bench.BenchConfiguration;
import org.neuralredshift.cli.bench.BenchResult;
import org.neuralredshift.cli.bench.BenchTraining;
import org.neuralredshift.cli.bench.Benches;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.cli.console.Quantity;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.run.MeasureOn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nrs bench}: networks per second. */
@Command(
        name = "bench",
        description = {
            "Measure how many networks per second this machine does, each with fresh weights.",
            "One network if --activation, --layers, --depth, --width or --grid is given, else those of a table; the other",
            "options hold for both. `ext` is the share of the machine that other processes took: distrust what has more",
            "than 0.05.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs bench                                                    the table, evaluation alone",
            "  nrs bench --set magnitude=5                                  the table, with larger weights",
            "  nrs bench --activation tanh --depth 3 --width 64 --repeat 5",
            "  nrs bench --activation relu --metrics fourier,lz78 --rows    the whole of a study",
            "  nrs bench --train adam --batch 256 --width 128               optimisation steps per second",
            "  nrs bench --backend cpu,dl4j --repeat 5                      in turns, compared with the first",
            "  nrs bench --serve                                            for a script that interleaves programs:",
            "    one JSON object per line of input (act, depth, width, grid, metrics, threads, batch, seconds,",
            "    layers, rows, parameters; train, p, one-hot, nets), one per line of output; {\"quit\": true} ends"
        })
final class BenchCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Option(names = "--activation", paramLabel = "ID", description = "Activation (default: relu).")
    private @Nullable String activation;

    @Option(names = "--depth", paramLabel = "N", description = "Hidden layers (default: 3).")
    private @Nullable Integer depth;

    @Option(names = "--width", paramLabel = "N", description = "Units of each (default: 64).")
    private @Nullable Integer width;

    @Option(names = "--grid", paramLabel = "N", description = "Points per axis (default: 64).")
    private @Nullable Integer grid;

    @Option(
            names = "--metrics",
            paramLabel = "LIST",
            defaultValue = "",
            description = "Metrics, separated by commas; evaluation alone if left out.")
    private String metrics = "";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads (default: what the backend finds worth while).")
    private int threads;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "0",
            description = "Networks per call (default: what the backend prefers).")
    private int batch;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "Length of a burst (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Bursts per configuration (default: ${DEFAULT-VALUE}).")
    private int repeat;

    @Option(names = "--layers", paramLabel = "PARTS", description = "Parts of each hidden layer (default: mlp).")
    private @Nullable String layers;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A further parameter of the networks, as in magnitude=5. May be given several times.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--rows", description = "Run a whole study each time, with rows written.")
    private boolean rows;

    @Option(
            names = "--train",
            paramLabel = "OPTIMISER",
            description = {
                "Train instead: steps per second of adam, adamw, sgd or momentum on addition modulo a number; --batch is",
                "then the rows of a step, 0 for all. With `forward`, evaluations of one network on these rows."
            })
    private @Nullable String train;

    @Option(
            names = "--modulus",
            paramLabel = "P",
            defaultValue = "97",
            description = "Of --train: P * P rows and P classes (default: ${DEFAULT-VALUE}).")
    private int modulus;

    @Option(names = "--one-hot", description = "Of --train: 2 P inputs of zeros and ones instead of two numbers.")
    private boolean oneHot;

    @Option(
            names = "--networks",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of --train: networks that a thread trains together (default: ${DEFAULT-VALUE}).")
    private int networks;

    @Option(names = "--serve", description = "Read configurations from standard input.")
    private boolean serve;

    @Option(names = "--json", description = "Answer in JSON: one object per burst and line.")
    private boolean json;

    @Option(
            names = "--backend",
            paramLabel = "ID[,ID]",
            defaultValue = "cpu",
            split = ",",
            description = "What computes (default: ${DEFAULT-VALUE}); several are measured in turns.")
    private List<String> backends = List.of();

    @Mixin
    private final MeasureOnChoice measureOn = new MeasureOnChoice();

    BenchCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        Catalog catalog = nrs.plugins().catalog();
        List<Backend> chosen = backends.stream()
                .map(id -> BackendChoice.find(id, nrs))
                .distinct()
                .toList();
        if (train != null && measureOn.place() != MeasureOn.AUTO) {
            throw new UserException(
                    "--train measures no function, so there is no place for it.", "Leave out --measure-on.");
        }
        try (Benches benches = new Benches(catalog, chosen, measureOn.place())) {
            if (serve) {
                serve(benches.only());
            } else {
                configurations().forEach(configuration -> measure(benches, configuration));
            }
        }
        return ExitCode.OK;
    }

    private void serve(Bench bench) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            new BenchServer(bench, network()).serve(lines, nrs::print);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one network that was named, or the table. */
    List<BenchConfiguration> configurations() {
        boolean isNamed =
                Stream.of(activation, layers, depth, width, grid, train).anyMatch(Objects::nonNull);
        return isNamed
                ? List.of(network())
                : BenchConfiguration.table(seconds).stream()
                        .map(row -> row.measured(metrics, threads, batch, rows, parameters))
                        .toList();
    }

    private BenchConfiguration network() {
        BenchConfiguration usual = BenchConfiguration.evaluation("relu", 3, 64, 64, seconds);
        return new BenchConfiguration(
                given(activation, usual.act()),
                given(depth, usual.depth()),
                given(width, usual.width()),
                given(grid, usual.grid()),
                metrics,
                threads,
                batch,
                seconds,
                given(layers, usual.layers()),
                rows,
                parameters,
                train == null ? null : new BenchTraining(train, modulus, oneHot, networks));
    }

    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private void measure(Benches benches, BenchConfiguration configuration) {
        for (int i = 0; i < repeat; i++) {
            double reference = 0;
            for (BenchResult result : benches.measure(configuration)) {
                reference = reference == 0 ? result.rate() : reference;
                if (json) {
                    Map<String, Object> record = configuration.record();
                    record.putAll(result.record());
                    nrs.print(Json.line(record) + "\n");
                } else {
                    nrs.print(text(configuration, result) + compared(benches, result, reference) + "\n");
                }
            }
        }
        if (!json) {
            benches.firstUses().forEach(sentence -> nrs.print("  " + sentence + "\n"));
        }
    }

    /** Of several backends, which one it was, and the share of the first one's rate. */
    private static String compared(Benches benches, BenchResult result, double reference) {
        if (!benches.areSeveral()) {
            return "";
        }
        double share = Math.round(result.rate() / reference * 1000) / 1000.0;
        return ", " + result.backend() + (share == 1 ? "" : " " + share + " times as many");
    }

    private static String further(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach(
                (name, value) -> text.append(", ").append(name).append(' ').append(value));
        return text.toString();
    }

    private static String text(BenchConfiguration configuration, BenchResult result) {
        BenchTraining training = configuration.training();
        String network = configuration.act() + " " + configuration.depth() + " x " + configuration.width() + ", "
                + (training == null
                        ? "grid " + configuration.grid()
                        : training.text() + ", batch " + configuration.batch())
                + (configuration.layers().equals(Composition.PERCEPTRON) ? "" : ", " + configuration.layers())
                + further(configuration.parameters());
        String rate = Quantity.rate(result.rate());
        return network + " ".repeat(Math.max(1, 56 - network.length() - rate.length())) + rate
                + (training == null ? " networks/s on " : " steps/s on ") + Quantity.count(result.threads(), "thread")
                + ", ext " + Math.round(result.others() * 100) / 100.0
                + (training == null ? "" : ", loss " + Math.round(result.loss() * 1e4) / 1e4);
    }
}
