package org.neuralredshift.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An author of plugins: has the image, a JDK, the Maven that runs this build, and a home directory of their own, so that nothing
 * of ours gets into the local repository of whoever runs the tests. What that repository holds already is taken from there
 * instead of being downloaded.
 */
final class Author {
    /** The resource that no two tests use at once: Maven expects to be alone with its local repository. */
    static final String REPOSITORY = "local repository of the author";

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>machine</id>
                  <repositories>
                    <repository>
                      <id>machine</id>
                      <url>%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    </repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository>
                      <id>machine</id>
                      <url>%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    </pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>machine</activeProfile>
              </activeProfiles>
            </settings>
            """;
    private static final Path HOME = home();

    private Author() {}

    /** Not within the source tree: Maven's options are split at blanks. */
    private static Path home() {
        try {
            Path home = Files.createTempDirectory("author");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            Files.createDirectory(home.resolve(".m2"));
            Path machine = home.resolve("machine");
            others(Path.of(System.getProperty("maven.repository")), machine);
            Files.writeString(home.resolve(".m2/settings.xml"), SETTINGS.formatted(machine.toUri()));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links to all that a repository has of others: what it has of ours, if ever it was installed, is not what we test. */
    private static void others(Path repository, Path links) throws IOException {
        Files.createDirectories(links.resolve("org"));
        for (Path folder : List.of(repository, repository.resolve("org"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Path link = links.resolve(repository.relativize(file));
                    if (!file.endsWith("org/neuralredshift") && !Files.exists(link)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that their commands run in, with {@code NRS} the folder of an image. */
    static Map<String, String> environment(Path image) {
        String java = System.getProperty("java.home");
        String maven = System.getProperty("maven.home");
        return Map.of(
                "NRS",
                image.toString(),
                "JAVA_HOME",
                java,
                "HOME",
                HOME.toString(),
                "MAVEN_OPTS",
                // A Maven that lives for seconds is done before the optimising compiler pays.
                "-Duser.home=" + HOME + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "PATH",
                java + "/bin:" + maven + "/bin:" + System.getenv("PATH"));
    }

    /** Runs shell commands in a folder, and stops at the first that fails. */
    static Nrs.Result run(Path folder, String commands) {
        return Nrs.run(folder, environment(Image.HOME), List.of("sh", "-euc", commands));
    }
}
