package org.neuralredshift.engine.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.engine.plugin.Catalog;

/**
 * The caches of loaded classes that commands start from: each is written by a run of the distribution itself, as its build
 * does. A distribution without them works, and starts more slowly.
 */
final class StartUpCaches {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Where a process looks for what its user has, which is no part of the distribution. */
    private static final List<String> USER =
            List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA");

    private final Path home;
    private final String name;
    private final StopSignal stop;
    private final Duration limit;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param home of the distribution
     * @param name of its command
     * @param stop ends it
     */
    StartUpCaches(Path home, String name, StopSignal stop) {
        this(home, name, stop, LIMIT);
    }

    /** With another limit for one run. */
    StartUpCaches(Path home, String name, StopSignal stop, Duration limit) {
        this.home = home;
        this.name = name;
        this.stop = stop;
        this.limit = limit;
    }

    /** Makes those that its plugins allow; returns the names of the files in {@code cache}. */
    List<String> make(Catalog catalog) throws IOException {
        List<String> activations = catalog.ids(Activation.class);
        run("list");
        run("--help");
        if (!activations.isEmpty()) {
            String activation = activations.contains("relu") ? "relu" : activations.getFirst();
            run("sample", "--activation", activation, "--grid", "16", "--to", "network");
        }
        return List.copyOf(files());
    }

    /** Why those that are missing are missing, in sentences. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void run(String... arguments) throws IOException {
        TreeSet<String> before = files();
        Path work = Files.createDirectory(home.resolve(".training"));
        try {
            Path said = work.resolve("said");
            List<String> words = new ArrayList<>();
            words.add(ImageCopy.launcher(home, name).toString());
            words.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(variable -> variable.startsWith("NRS_"));
            environment.put("NRS_TRAIN", "yes");
            USER.forEach(variable -> environment.put(variable, work.toString()));
            String end = end(builder.start());
            if (!end.isEmpty()) {
                problems.add("A cache was left out, so some commands start more slowly: " + name + " "
                        + String.join(" ", arguments) + " failed: " + reason(end, said));
                for (String file : files()) {
                    if (!before.contains(file)) {
                        Files.delete(home.resolve("cache").resolve(file));
                    }
                }
            }
        } finally {
            Draft.delete(work);
        }
    }

    /** How a process ended; empty if well. */
    private String end(Process process) throws IOException {
        Instant last = Instant.now().plus(limit);
        try {
            while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                stop.check();
                if (Instant.now().isAfter(last)) {
                    return "it took more than " + limit.toSeconds() + " seconds";
                }
            }
            return process.exitValue() == 0 ? "" : "it ended with exit code " + process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the distribution was started", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What it said may be in any encoding: then some letters are lost, and no more. */
    private static String reason(String end, Path said) throws IOException {
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(line -> end + "; the last that it said: " + line)
                .orElse(end);
    }

    private TreeSet<String> files() throws IOException {
        Path cache = home.resolve("cache");
        TreeSet<String> names = new TreeSet<>();
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.list(cache)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }
}
