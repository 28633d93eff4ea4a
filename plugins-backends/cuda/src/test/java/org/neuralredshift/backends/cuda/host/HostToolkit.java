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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a libcuda and a libnvrtc whose card is the processor. So everything of the backend runs, the calls of native code
 * included, where there is a g++. Built once for all tests.
 */
public final class HostToolkit {
    private static final Path TARGET = Path.of("target", "cuda-on-host").toAbsolutePath();
    private static final List<String> SOURCES = List.of("cuda_on_host.h", "driver_on_host.cpp", "compiler_on_host.cpp");
    private static final List<String> COMPILER = List.of("g++", "-std=c++20", "-O1", "-fPIC", "-w");

    private HostToolkit() {}

    /** The folder; skips the test that asks where there is no g++. */
    public static synchronized Path folder() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && runs(List.of("g++", "--version")),
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

    private static void build(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String source : SOURCES) {
            Files.write(folder.resolve(source), read(source));
        }
        Path header = folder.resolve("cuda_on_host.h");
        compile("-ffp-contract=off", "-x", "c++-header", header, "-o", folder.resolve("cuda_on_host.h.gch"));
        compile("-shared", folder.resolve("driver_on_host.cpp"), "-o", folder.resolve("libcuda.so.1"));
        compile(
                "-shared",
                "-DHEADER=\"" + header + "\"",
                folder.resolve("compiler_on_host.cpp"),
                "-o",
                folder.resolve("libnvrtc.so.13"));
    }

    private static void compile(Object... arguments) {
        List<String> command = new ArrayList<>(COMPILER);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        if (!runs(command)) {
            throw new IllegalStateException("g++ fails: " + String.join(" ", command));
        }
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String source : SOURCES) {
                digest.update(read(source));
            }
            digest.update(COMPILER.toString().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
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
