package org.neuralredshift.engine.distribution;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.plugin.Checksum;
import org.neuralredshift.engine.plugin.PluginJar;
import org.neuralredshift.engine.plugin.PluginRecord;

/** Copies an image with other plugins and another name of its command. Symbolic links, permissions and times stay. */
final class ImageCopy {
    /** The text that tells of the command. */
    private static final String README = "README";
    /** What is not copied as it is. */
    private static final Set<String> OWN = Set.of("bin", "plugins", "cache", README, BillOfMaterials.NAME);

    private static final String WINDOWS = ".cmd";

    private final Path from;
    private final Path to;
    private final StopSignal stop;

    /**
     * @param from the image
     * @param to an empty folder
     * @param stop ends it
     */
    ImageCopy(Path from, Path to, StopSignal stop) {
        this.from = from;
        this.to = to;
        this.stop = stop;
    }

    /** Everything but the command, its text, the plugins and what is made anew. */
    void rest() throws IOException {
        for (Path entry : list(from)) {
            if (!OWN.contains(entry.getFileName().toString())) {
                tree(entry, to.resolve(entry.getFileName()));
            }
        }
    }

    /** The command under its new name: the one launcher in {@code bin}, for Windows and for the others; the text that tells of it. */
    void command(String name) throws IOException {
        Path bin = Files.createDirectory(to.resolve("bin"));
        String old = name;
        for (Path launcher : list(from.resolve("bin"))) {
            String file = launcher.getFileName().toString();
            boolean windows = file.endsWith(WINDOWS);
            copy(launcher, bin.resolve(windows ? name + WINDOWS : name));
            old = windows ? file.substring(0, file.length() - WINDOWS.length()) : file;
        }
        tell(old, name);
    }

    private void tell(String old, String name) throws IOException {
        Path text = from.resolve(README);
        if (Files.exists(text)) {
            String told = Files.readString(text)
                    .replace("bin/" + old + " ", "bin/" + name + " ")
                    .replace("bin\\" + old + ")", "bin\\" + name + ")");
            Files.writeString(to.resolve(README), told);
        }
    }

    /**
     * Every archive of a plugin, at its place in a plugin folder.
     *
     * @throws UserException if an archive is not what was loaded of it
     */
    void plugin(PluginRecord plugin) throws IOException {
        Path plugins = Files.createDirectories(to.resolve("plugins"));
        for (PluginJar jar : plugin.jars()) {
            Path target = plugin.jars().size() == 1 && jar.path().equals(plugin.path())
                    ? plugins.resolve(plugin.name() + ".jar")
                    : plugins.resolve(plugin.name()).resolve(plugin.path().relativize(jar.path()));
            Files.createDirectories(target.getParent());
            stop.check();
            Files.copy(
                    jar.path(), target, StandardCopyOption.COPY_ATTRIBUTES); // what a link leads to, as it was loaded
            if (!Checksum.sha256(target).equals(jar.sha256())) {
                throw new UserException(
                        jar.path() + " was changed after it was checked.",
                        "Nothing was written. Restore the archive, and find out what changes it.");
            }
        }
    }

    /** Where the launcher for this system lies in a distribution. */
    static Path launcher(Path home, String name) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? name + WINDOWS : name);
    }

    private void tree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectory(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void copy(Path from, Path to) throws IOException {
        stop.check();
        Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
