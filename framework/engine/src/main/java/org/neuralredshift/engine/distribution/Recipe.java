package org.neuralredshift.engine.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neuralredshift.engine.Reasons;
import org.neuralredshift.engine.UserException;

/**
 * What a distribution is made of.
 *
 * @param home the installed image that it is made from
 * @param name of its command
 * @param folder that it becomes; not there yet, or empty
 * @param with further plugins: JARs, or folders of plugins
 * @param without plugins of the image, by name
 * @param nativeAccess plugins that may call native code, by name, beside those that the image lets
 */
public record Recipe(
        Path home, String name, Path folder, List<Path> with, List<String> without, List<String> nativeAccess) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /**
     * Checks all that can be known without a look at plugins.
     *
     * @throws UserException if the name is no name of a command, or the folder is not free
     */
    public Recipe {
        with = List.copyOf(with);
        without = List.copyOf(without);
        nativeAccess = List.copyOf(nativeAccess);
        home = home.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
        if (!NAME.matcher(name).matches()) {
            throw new UserException(
                    "'" + name + "' is no name for a command.",
                    "Take up to 64 letters, digits, - and _, the first a letter or a digit: --name lab");
        }
        if (!Files.isDirectory(home.resolve("runtime"))) {
            throw new UserException(
                    home + " is not an image that brings its own Java, so no distribution can be made from it.",
                    "Run the command of an unpacked archive, or of distribution/app/target/nrs in the source tree.");
        }
        checkIsFree(folder);
        if (liesIn(home, folder)) {
            throw new UserException(
                    folder + " lies in the image that it would be made from.", "Name a folder elsewhere with -o.");
        }
    }

    /** The folder of the image's plugins. */
    Path plugins() {
        return home.resolve("plugins");
    }

    /** Links are followed as far as they lead to something. */
    private static boolean liesIn(Path home, Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().startsWith(home.toRealPath());
        } catch (IOException e) {
            throw new UserException(there + " cannot be looked at: " + Reasons.of(e) + ".", null, e);
        }
    }

    private static void checkIsFree(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new UserException(folder + " is not empty.", "Name a new folder with -o, or remove it.");
                }
            } catch (IOException e) {
                throw new UserException(folder + " cannot be listed: " + Reasons.of(e) + ".", null, e);
            }
            return;
        }
        for (Path above = folder; above != null && !Files.isDirectory(above); above = above.getParent()) {
            if (Files.exists(above)) {
                throw new UserException(above + " is a file.", "Name a new folder with -o.");
            }
        }
    }
}
