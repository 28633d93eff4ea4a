package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;

/** Compares the archives of the plugins in one folder with its lock. */
final class Verifier {
    private final @Nullable PluginLock lock;
    private final @Nullable UserException problem;

    private Verifier(@Nullable PluginLock lock, @Nullable UserException problem) {
        this.lock = lock;
        this.problem = problem;
    }

    /** With the lock of a folder. One that cannot be read trusts nothing. */
    static Verifier of(Path folder) {
        try {
            return new Verifier(PluginLock.read(folder).orElse(null), null);
        } catch (UserException e) {
            return new Verifier(null, e);
        }
    }

    /** What the step is called that {@link #verify} makes. */
    String detail() {
        return lock == null ? "not checked: its folder has no " + PluginLock.NAME : "as " + PluginLock.NAME + " says";
    }

    /**
     * Checks every archive of a plugin.
     *
     * @param copies where to load from instead: the sum then is that of the copy, which nobody else can change; if empty,
     *     nothing is copied
     * @throws RejectedException if an archive is not trusted or is another one
     */
    List<PluginJar> verify(PluginFiles files, Optional<PluginCopies> copies) {
        if (problem != null) {
            throw new RejectedException(
                    RejectionCode.NOT_TRUSTED,
                    problem.getMessage() + " " + problem.hint().orElse(""));
        }
        if (lock == null) {
            return files.jars();
        }
        List<PluginJar> checked = new ArrayList<>();
        for (PluginJar jar : files.jars()) {
            String expected = lock.sum(jar.path()).orElseThrow(() -> notTrusted(jar.path()));
            Path loaded = copies.map(c -> c.place(files.name(), jar.path())).orElse(jar.path());
            String sum = copies.isPresent() ? copy(jar.path(), loaded) : Checksum.sha256(jar.path());
            if (!sum.equals(expected)) {
                throw new RejectedException(
                        RejectionCode.CHECKSUM,
                        jar.path() + " has SHA-256 " + sum + ", but " + PluginLock.NAME + " names " + expected
                                + ". Restore the archive; if you replaced it yourself: nrs plugins trust "
                                + jar.path());
            }
            checked.add(new PluginJar(jar.path(), loaded, sum));
        }
        return checked;
    }

    private static RejectedException notTrusted(Path jar) {
        return new RejectedException(
                RejectionCode.NOT_TRUSTED,
                jar + " is not in " + PluginLock.NAME + ". If you know where it comes from: nrs plugins trust " + jar);
    }

    private static String copy(Path jar, Path copy) {
        try (OutputStream out = Files.newOutputStream(copy)) {
            return Checksum.sha256(jar, out);
        } catch (IOException e) {
            throw new UserException(copy + " cannot be written: " + e, "Make room for a copy of the plugins.", e);
        }
    }
}
