package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundariesTest {
    static List<Path> plugins() {
        return Image.plugins();
    }

    static List<Path> ours() {
        return Image.ours();
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginSeesTheApiOnly(Path jar) throws IOException {
        Boundaries.pluginSeesTheApiOnly(packages(jar)).check(classes(jar));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginRequiresTheApiOnly(Path jar) {
        List<String> ours = Image.module(jar).descriptor().requires().stream()
                .map(requires -> requires.name())
                .filter(name -> name.startsWith("org.neuralredshift"))
                .toList();
        assertEquals(List.of("org.neuralredshift.api"), ours);
    }

    @Test
    void theApiSeesArrowOnlyInItsDataPackage() throws IOException {
        Boundaries.arrowStaysInData().check(classes(Image.jar("org.neuralredshift.api")));
    }

    @Test
    void theTestKitSeesTheApiAndJUnitOnly() throws IOException {
        Boundaries.testKitSeesTheApiAndJUnitOnly().check(classes(Image.testKit()));
    }

    @Test
    void theExaminerSeesTheKitAndWhatAPluginIs() throws IOException {
        Boundaries.examinerSeesTheKitAndWhatAPluginIs().check(classes(Image.examiner()));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void theHostNamesNoPlugin(Path jar) throws IOException {
        Set<String> packages = Image.plugins().stream()
                .flatMap(plugin -> packages(plugin).stream())
                .collect(Collectors.toSet());
        Boundaries.hostNamesNoPlugin(packages).check(classes(jar));
    }

    static List<Path> hosts() {
        return List.of(
                Image.jar("org.neuralredshift.api"),
                Image.jar("org.neuralredshift.engine"),
                Image.jar("org.neuralredshift.cli"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void noPackageCycles(Path jar) throws IOException {
        Boundaries.noPackageCycles().check(classes(jar));
    }

    /** Services are declared once, in module-info; only what is no module, for its libraries are none, needs such a file. */
    @Test
    void noServicesFileIsWrittenByHand() throws IOException {
        try (Stream<Path> files = Files.walk(Image.SOURCES)) {
            List<Path> written = files.filter(file -> file.endsWith("META-INF/services"))
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> Files.exists(file.resolve("../../../java/module-info.java")))
                    .toList();
            assertEquals(List.of(), written);
        }
    }

    private static JavaClasses classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new ClassFileImporter().importJar(file);
        }
    }

    private static Set<String> packages(Path jar) {
        return Image.module(jar).descriptor().packages();
    }
}
