package org.neuralredshift.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The assembled image. */
final class Image {
    /** Its folder, with {@code bin}, {@code runtime}, {@code lib}, {@code plugins}, {@code kit} and {@code studies}. */
    static final Path HOME = Path.of(System.getProperty("nrs.image")).normalize();
    /** The folder of the full image, which only a build with the profile full makes. */
    static final Path FULL = HOME.resolveSibling("full/nrs");
    /** The root of the source tree. */
    static final Path SOURCES = HOME.resolve("../../../..").normalize();
    /** The image with the most plugins that this build made: the full one under the profile {@code full}, else the same. */
    static final Path FULLEST = Path.of(System.getProperty("nrs.fullest")).normalize();

    private static final String OURS = "org.neuralredshift";

    private Image() {}

    /** The JARs of our modules on the host's module path. */
    static List<Path> host() {
        return jars(HOME.resolve("lib")).stream()
                .filter(jar -> module(jar).descriptor().name().startsWith(OURS))
                .toList();
    }

    /** The JARs of the plugins. */
    static List<Path> plugins() {
        return jars(HOME.resolve("plugins"));
    }

    /** The JAR of the test kit, which authors of plugins use and which the host loads only to prove a plugin. */
    static Path testKit() {
        return kit("testkit");
    }

    /** The JAR that runs the test kit on a plugin. */
    static Path examiner() {
        return kit("examiner");
    }

    private static Path kit(String name) {
        return HOME.resolve("kit/neural-redshift-" + name + "-" + System.getProperty("nrs.version") + ".jar");
    }

    /** The JARs of all our modules. */
    static List<Path> ours() {
        return Stream.of(host(), plugins(), List.of(testKit(), examiner()))
                .flatMap(List::stream)
                .toList();
    }

    /** The JAR of a module. */
    static Path jar(String module) {
        return ours().stream()
                .filter(jar -> module(jar).descriptor().name().equals(module))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module " + module + " in " + HOME));
    }

    /** The module in a JAR. */
    static ModuleReference module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next();
    }

    /** A new folder that is the image, but with another launcher: its command, for {@code sh}. */
    static Path relaunched(Path folder, UnaryOperator<String> change) throws IOException {
        Files.createDirectory(folder);
        for (String part : List.of("runtime", "lib", "plugins", "studies", "cache")) {
            Files.createSymbolicLink(folder.resolve(part), HOME.toAbsolutePath().resolve(part));
        }
        String launcher = Files.readString(HOME.resolve("bin/nrs"));
        String changed = change.apply(launcher);
        if (changed.equals(launcher)) {
            throw new AssertionError("the launcher is not as the test expects: " + launcher);
        }
        Path bin = Files.createDirectory(folder.resolve("bin"));
        return Files.writeString(bin.resolve("nrs"), changed);
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
