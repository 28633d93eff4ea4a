package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.run.MeasureOn;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a study. */
final class RunOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Change one thing of the study, for instance parameters.width=128 or seeds=20;",
                "a value may be a list or a range, as in a study file. May be given several times."
            })
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private final BackendChoice backend = new BackendChoice();

    @Mixin
    private final MeasureOnChoice measureOn = new MeasureOnChoice();

    @Option(
            names = "--fallback",
            paramLabel = "ID",
            description =
                    "Another backend, which computes if the chosen one cannot run here, or the rest if that is lost.")
    private @Nullable String fallback;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Worker threads (default: what the backend finds worth while). Rows do not depend on it.")
    private int threads;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder of the results (default: results/NAME, after the study).")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Go on with an interrupted run in the same folder.")
    private boolean resume;

    @Option(
            names = "--checkpoint",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How often at most what networks have learned is saved for --resume (default: 20).")
    private int checkpoint;

    @Option(
            names = "--dry-run",
            description = "Compute and write nothing: tell cells, networks, batches and the expected time.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer in JSON; no progress.")
    private boolean json;

    RunOptions() {}

    List<String> overrides() {
        return overrides;
    }

    BackendChoice backend() {
        return backend;
    }

    /** The id of the backend that takes over, if one was named. */
    Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    MeasureOn measureOn() {
        return measureOn.place();
    }

    int threads() {
        return threads;
    }

    /** The folder that was named, else {@code results/name}. */
    Path folder(String name) {
        return out == null ? Path.of("results", name) : out;
    }

    boolean resume() {
        return resume;
    }

    /**
     * The time between two checkpoints, at least.
     *
     * @throws UserException if it is negative
     */
    Duration checkpoint() {
        if (checkpoint < 0) {
            throw new UserException(
                    "--checkpoint " + checkpoint + " is negative.", "Give seconds, or 0 to save at every chance.");
        }
        return Duration.ofSeconds(checkpoint);
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean json() {
        return json;
    }
}
