package org.neuralredshift.backends.cuda.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with a libcuda and a libnvrtc whose card is the processor. So everything of the backend runs, the calls of native code
 * included, where there is a g++. Built once for all tests.
 */
public final class HostToolkit {
    private static final Path TARGET = Path.of("target", "cuda-on-host").toAbsolutePath();
    private static final List<String> SOURCES = List.of("cuda_on_host.h", "driver_on_host.cpp", "compiler_on_host.cpp");
    private static final List<String> COMPILER = List.of("g++", "-std=c++20", "-w", "-fPIC");
    /** Of kernels and of the header before them; what is precompiled holds for the very same options only. */
    private static final List<String> KERNELS = List.of("-O1", "-ffp-contract=off");

    private HostToolkit() {}

    /** The folder; skips the test that asks where there is no g++. */
    public static synchronized Path folder() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && hasCompiler(),
                "no g++ on the path, so kernels cannot be run on the processor");
        try {
            Path folder = TARGET.resolve(hash());
            if (!Files.exists(folder.resolve("libnvrtc.so.13"))) {
                build(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for what the compiler has made, kept from one run of the tests to the next. */
    public static Path cache() {
        return folder().resolve("cache");
    }

    /** The beginning of a command that compiles kernels, to be followed by the library to make and the source. */
    public static List<String> compiler() {
        return compiler(folder());
    }

    private static List<String> compiler(Path folder) {
        List<String> command = new ArrayList<>(COMPILER);
        command.addAll(KERNELS);
        command.addAll(
                List.of("-shared", "-include", folder.resolve("cuda_on_host.h").toString()));
        return command;
    }

    /** All at once, for it takes seconds; what earlier sources have made is removed. */
    private static void build(Path folder) throws IOException {
        deleteOthers(folder);
        Files.createDirectories(folder);
        for (String source : SOURCES) {
            Files.write(folder.resolve(source), read(source));
        }
        List<Process> running = List.of(
                start(
                        KERNELS,
                        "-x",
                        "c++-header",
                        folder.resolve("cuda_on_host.h"),
                        "-o",
                        folder.resolve("cuda_on_host.h.gch")),
                start(List.of("-shared"), folder.resolve("driver_on_host.cpp"), "-o", folder.resolve("libcuda.so.1")),
                start(
                        List.of("-shared"),
                        "-DCOMPILER=\"'" + String.join("' '", compiler(folder)) + "'\"", // for a shell; blanks stay
                        folder.resolve("compiler_on_host.cpp"),
                        "-o",
                        folder.resolve("unfinished.so")));
        for (Process process : running) {
            if (!isDone(process)) {
                throw new IllegalStateException("g++ fails: " + process.info());
            }
        }
        Files.move(folder.resolve("unfinished.so"), folder.resolve("libnvrtc.so.13"));
    }

    private static void deleteOthers(Path folder) throws IOException {
        if (!Files.exists(TARGET)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> paths = Files.walk(TARGET)) {
            old = paths.filter(path -> !path.startsWith(folder) && !path.equals(TARGET))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }

    private static Process start(List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(COMPILER);
        command.addAll(options);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static boolean isDone(Process process) {
        try {
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasCompiler() {
        try {
            return isDone(new ProcessBuilder("g++", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return false;
        }
    }

    private static String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String source : SOURCES) {
                digest.update(read(source));
            }
            digest.update(
                    (COMPILER.toString() + KERNELS).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String source) throws IOException {
        try (InputStream in = HostToolkit.class.getResourceAsStream(source)) {
            return Objects.requireNonNull(in, source).readAllBytes();
        }
    }
}
