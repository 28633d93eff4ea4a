package org.neuralredshift.backends.cuda.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Another compiler whose code is kept in a folder, in a file named after all that decides it: source, options, architecture,
 * version of the compiler. A file appears whole or not at all, so processes may share the folder.
 */
public final class CompilationCache implements Compiler {
    private final Compiler compiler;
    private final Path folder;
    private final Consumer<String> notices;

    /**
     * @param compiler for what is not there yet
     * @param folder made when it is needed
     * @param notices is told when the folder cannot be used
     */
    public CompilationCache(Compiler compiler, Path folder, Consumer<String> notices) {
        this.compiler = compiler;
        this.folder = folder;
        this.notices = notices;
    }

    @Override
    public String version() {
        return compiler.version();
    }

    @Override
    public int major() {
        return compiler.major();
    }

    @Override
    public Optional<String> architecture(Device device) {
        return compiler.architecture(device);
    }

    @Override
    public byte[] compile(String source, List<String> options, String architecture) {
        Path file = folder.resolve(key(source, options, architecture) + ".bin");
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return keep(compiler.compile(source, options, architecture), file);
        } catch (IOException e) {
            notices.accept("the compiled kernels in " + file + " cannot be read, and are made again: " + e);
            return compiler.compile(source, options, architecture);
        }
    }

    private byte[] keep(byte[] code, Path file) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "unfinished", "");
            try {
                Files.write(unfinished, code);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            notices.accept("compiled kernels cannot be kept in " + folder + ", so the next run compiles again: " + e);
        }
        return code;
    }

    /** Every part with its length, so that no two lists of parts are the same text. */
    private String key(String source, List<String> options, String architecture) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of(compiler.version(), architecture, String.join("\n", options), source)) {
            all.append(part.length()).append(':').append(part);
        }
        try {
            byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
