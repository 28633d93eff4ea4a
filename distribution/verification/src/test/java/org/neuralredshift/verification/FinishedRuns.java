package org.neuralredshift.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Results of the studies that many tests look at. Each is computed once, for the first test that asks, and is not to be
 * written to: a test that changes something takes a copy.
 */
final class FinishedRuns implements AutoCloseable {
    private final Path folder;
    private final Once<Nrs.Result> quick;
    private final Once<Nrs.Result> slow;

    private FinishedRuns() {
        try {
            folder = Files.createTempDirectory("finished");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        quick = new Once<>(() -> {
            Path study = SmallStudy.quick(folder);
            return Nrs.run(folder, "run", study, "--threads", 2, "--out", "quick", "--json");
        });
        slow = new Once<>(() -> Nrs.run(folder, "run", SmallStudy.slow(folder), "--out", "slow"));
    }

    /** What the run of {@link SmallStudy#quick} with two threads answered in JSON, without white space. */
    String answer() {
        return quick.get().done().out().replaceAll("\\s", "");
    }

    /** The output folder of {@link SmallStudy#quick}. */
    Path quick() {
        quick.get().done();
        return folder.resolve("quick");
    }

    /** The output folder of {@link SmallStudy#slow}. */
    Path slow() {
        slow.get().done();
        return folder.resolve("slow");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Gives them to the constructors and methods of tests that have such a parameter. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FinishedRuns.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(FinishedRuns.class))
                    .getOrComputeIfAbsent(FinishedRuns.class, key -> new FinishedRuns(), FinishedRuns.class);
        }
    }

    /** A value that is made when it is first asked for; others wait for it. */
    private static final class Once<T> {
        private final Maker<T> maker;
        private T value;

        Once(Maker<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            if (value == null) {
                try {
                    value = maker.make();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return value;
        }

        interface Maker<T> {
            T make() throws IOException;
        }
    }
}
