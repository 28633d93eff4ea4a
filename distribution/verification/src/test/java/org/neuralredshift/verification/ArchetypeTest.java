package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects that the archetype generated for its own test are built as they are, and their plugins run. Those of a metric and a
 * backend are generated, built and run by {@link PluginGuideTest}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(Author.REPOSITORY)
class ArchetypeTest {
    private static final Path GENERATED = Image.SOURCES.resolve("framework/archetype/target/test-classes/projects");
    private static final Map<String, String> PROJECTS = Map.of(
            "activation", "quadratic",
            "layer", "rms-norm",
            "dataset", "concentric-rings",
            "task", "network-sums");
    private static final Pattern TESTS =
            Pattern.compile("\\[INFO] Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0$", Pattern.MULTILINE);

    private Path folder;
    private Nrs.Result built;

    /** All in one Maven, as modules of a project that is nothing else. */
    @BeforeAll
    void build(@TempDir Path shared) throws IOException {
        folder = shared;
        assertTrue(
                Files.isDirectory(GENERATED),
                GENERATED + " is missing: build framework/archetype up to the phase verify");
        for (Map.Entry<String, String> project : PROJECTS.entrySet()) {
            Path generated =
                    GENERATED.resolve(project.getKey()).resolve("project").resolve(project.getValue());
            Folders.copy(generated, folder.resolve(project.getValue()));
        }
        String modules = PROJECTS.values().stream()
                .map(project -> "<module>" + project + "</module>")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules));
        built = Author.run(folder, "mvn --batch-mode --threads 1C package").done();
    }

    @Test
    void eachCompilesWithoutAWarningAndPassesTheSuites() {
        List<Integer> counts = TESTS.matcher(built.out())
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .toList();
        assertEquals(PROJECTS.size(), counts.size(), built::out);
        assertTrue(counts.stream().allMatch(count -> count >= 15), counts::toString);
        assertEquals(
                List.of(),
                built.out().lines().filter(line -> line.contains("WARN")).toList());
    }

    static Stream<String> names() {
        return PROJECTS.values().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void thePluginJustWorks(String name) throws IOException {
        Path project = folder.resolve(name);
        String command = Files.readString(project.resolve("README.md"))
                .lines()
                .filter(line -> line.contains(" run study.yaml"))
                .findFirst()
                .orElseThrow();
        Nrs.Result run = Author.run(project, command + " --set seeds=1 --set parameters.grid=16 --json")
                .done();
        assertTrue(run.out().replaceAll("\\s", "").matches(".*\"rows\":\\{\"ok\":\\d+}.*"), run::toString);
        assertTrue(Files.readString(project.resolve("results/provenance.json")).contains("/" + name), "provenance");
    }
}
