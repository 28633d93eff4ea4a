package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.Samples;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.cli.console.ExitCode;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.io.FunctionFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nrs measure}: how complex a function is that somebody else sampled. */
@Command(
        name = "measure",
        description = {
            "Measure how complex a function is that was sampled on a square grid.",
            "Any program may have sampled it. A file is .npy, .csv, .arrow or a grey-scale .png; its first axis is x2, its last x1.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  nrs measure function.npy                                       every metric of the grid",
            "  nrs measure f.npy --metric fourier --metric \"lz78[scan=hilbert]\"",
            "  nrs measure f.npy --metric \"chebyshev[nodes=grid]\"           one that has nodes of its own unless told",
            "  nrs measure *.npy --json                                       one JSON object per metric and line",
            "",
            "From PyTorch: numpy.save('f.npy', network(grid).reshape(64, 64).detach().numpy())"
        })
final class MeasureCommand implements Callable<Integer> {
    private final Nrs nrs;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Sampled functions.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final MetricChoice choice = new MetricChoice();

    @Option(names = "--json", description = "Answer in JSON: one object per line.")
    private boolean json;

    private int exitCode = ExitCode.OK;

    MeasureCommand(Nrs nrs) {
        this.nrs = nrs;
    }

    @Override
    public Integer call() {
        List<MetricSelection> metrics = choice.selections(nrs.plugins().catalog());
        if (metrics.isEmpty()) {
            throw new UserException("There is no metric to measure with.", "`nrs list plugins` tells what was loaded.");
        }
        ComputedBy computedBy = new ComputedBy(nrs.plugins().catalog());
        for (Path file : files) {
            Samples function = FunctionFiles.read(file).samples();
            List<Measured> results = new ArrayList<>();
            choice.suited(metrics, (Grid) function.spec())
                    .forEach(metric -> results.add(measure(metric, file, function)));
            print(file, results, computedBy);
        }
        return exitCode;
    }

    private Measured measure(MetricSelection metric, Path file, Samples function) {
        return choice.attempt(metric, file.toString(), () -> {
            requireSampledHere(metric, (Grid) function.spec());
            Measured result = Measured.of(metric, function);
            result.fault().ifPresent(fault -> report(fault, file, result));
            return result;
        });
    }

    /** A metric broke its contract: the others, and the other files, are measured all the same. */
    private void report(Throwable fault, Path file, Measured result) {
        String plugin = nrs.plugins()
                .catalog()
                .pluginOf(result.metric().metric())
                .map(record -> "the plugin " + record.name() + " (" + record.path() + ")")
                .orElse("that metric");
        nrs.terminal()
                .error(
                        file + ": " + result.reason() + ".",
                        "This is a fault of " + plugin + ", not of the file: tell its author.");
        if (nrs.debug()) {
            fault.printStackTrace(nrs.terminal().err());
        }
        exitCode = ExitCode.PLUGIN_ERROR;
    }

    private static void requireSampledHere(MetricSelection metric, Grid grid) {
        if (!metric.metric().sampling(grid, metric.parameters()).equals(grid)) {
            String lawful = "the nodes of this metric, which a file cannot tell";
            throw new InvalidParameterException(
                    "the grid",
                    "uniform",
                    MetricChoice.onGrid(metric, grid)
                            .map(other -> lawful + "; " + other.label() + " measures on the grid")
                            .orElse(lawful));
        }
    }

    private void print(Path file, List<Measured> results, ComputedBy computedBy) {
        if (!json) {
            nrs.print((files.size() > 1 ? file + "\n" : "") + Measured.table(results));
            return;
        }
        for (Measured result : results) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("file", file);
            record.putAll(result.record());
            record.putAll(computedBy.plugin(result.metric().metric()));
            nrs.print(Json.line(record) + "\n");
        }
    }
}
