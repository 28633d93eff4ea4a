package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command of the image, in a process of its own. */
final class Nrs {
    /** What a process left behind. */
    record Result(int exit, String out, String err) {
        /** Checks that it succeeded. */
        Result done() {
            assertEquals(0, exit, this::toString);
            return this;
        }

        /** Checks that it refused its input: exit code 2, every word on standard error, no stack trace. */
        Result refused(String... words) {
            assertEquals(2, exit, this::toString);
            assertTrue(!err.contains("\tat ") && !err.contains("Exception"), this::toString);
            for (String word : words) {
                assertTrue(err.contains(word), () -> "no '" + word + "' in: " + this);
            }
            return this;
        }
    }

    private static final String COMMAND = Image.HOME.resolve("bin/nrs").toString();
    private static final long LIMIT_SECONDS = 600;

    private Nrs() {}

    /** Runs the command in a folder. */
    static Result run(Path folder, Object... arguments) {
        return run(folder, Map.of(), words(COMMAND, arguments));
    }

    /** Runs any command in a folder, with more environment variables. */
    static Result run(Path folder, Map<String, String> environment, List<String> words) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
            // The plugins and the decisions of whoever runs the tests are not ours to use.
            builder.environment()
                    .put(
                            "XDG_DATA_HOME",
                            folder.resolve("data").toAbsolutePath().toString());
            builder.environment()
                    .put(
                            "XDG_CONFIG_HOME",
                            folder.resolve("configuration").toAbsolutePath().toString());
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(words + " did not end: " + Files.readString(err));
            }
            Result result = new Result(process.exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the command and lets it run; what it says on standard error goes to a file. */
    static Process start(Path folder, Path err, List<?> arguments) throws IOException {
        return new ProcessBuilder(words(COMMAND, arguments.toArray()))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    /** Starts the command and lets it run. */
    static Process start(Path folder, Object... arguments) throws IOException {
        return new ProcessBuilder(words(COMMAND, arguments))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static List<String> words(String command, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return words;
    }
}
