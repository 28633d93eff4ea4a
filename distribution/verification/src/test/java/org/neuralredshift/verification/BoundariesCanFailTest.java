package org.neuralredshift.verification;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule against classes that break it: a rule that cannot fail guards nothing. */
class BoundariesCanFailTest {
    @TempDir
    private Path folder;

    @Test
    void aPluginThatSeesAnotherIsFound() throws IOException {
        JavaClasses plugin = compile(Map.of(
                "mine/Mine.java", "package mine; public class Mine { other.Other other; }",
                "other/Other.java", "package other; public class Other {}"));
        assertViolated(Boundaries.pluginSeesTheApiOnly(Set.of("mine")), plugin);
        assertDoesNotThrow(
                () -> Boundaries.pluginSeesTheApiOnly(Set.of("mine", "other")).check(plugin));
    }

    @Test
    void aPluginThatSeesTheEngineIsFound() throws IOException {
        JavaClasses plugin = compile(Map.of(
                "mine/Mine.java",
                "package mine; public class Mine { Object o = new org.neuralredshift.engine.Engine(); }",
                "org/neuralredshift/engine/Engine.java",
                "package org.neuralredshift.engine; public class Engine {}"));
        assertViolated(Boundaries.pluginSeesTheApiOnly(Set.of("mine")), plugin);
    }

    @Test
    void aTestKitThatSeesTheEngineIsFound() throws IOException {
        JavaClasses kit = compile(Map.of(
                "org/neuralredshift/testkit/Suite.java",
                "package org.neuralredshift.testkit; class Suite { org.neuralredshift.engine.Engine engine; }",
                "org/neuralredshift/engine/Engine.java",
                "package org.neuralredshift.engine; public class Engine {}"));
        assertViolated(Boundaries.testKitSeesTheApiAndJUnitOnly(), kit);
    }

    @Test
    void arrowOutsideTheDataPackageIsFound() throws IOException {
        JavaClasses api = compile(Map.of(
                "org/neuralredshift/api/graph/Leak.java",
                "package org.neuralredshift.api.graph; class Leak { org.apache.arrow.memory.ArrowBuf buffer; }",
                "org/apache/arrow/memory/ArrowBuf.java",
                "package org.apache.arrow.memory; public class ArrowBuf {}"));
        assertViolated(Boundaries.arrowStaysInData(), api);
    }

    @Test
    void aHostThatNamesAPluginIsFound() throws IOException {
        JavaClasses host = compile(Map.of(
                "org/neuralredshift/engine/Engine.java",
                "package org.neuralredshift.engine; class Engine { Class<?> known = mine.Mine.class; }",
                "mine/Mine.java",
                "package mine; public class Mine {}"));
        assertViolated(Boundaries.hostNamesNoPlugin(Set.of("mine")), host);
    }

    @Test
    void aCycleThroughTheRootPackageIsFound() throws IOException {
        JavaClasses cycle = compile(Map.of(
                "a/A.java", "package a; public class A { a.b.B b; }",
                "a/b/B.java", "package a.b; public class B { a.A a; }"));
        assertViolated(Boundaries.noPackageCycles(), cycle);
    }

    private JavaClasses compile(Map<String, String> sources) throws IOException {
        return new ClassFileImporter().importPath(Compilation.compile(folder, sources));
    }

    private static void assertViolated(ArchRule rule, JavaClasses classes) {
        assertThrows(AssertionError.class, () -> rule.check(classes));
    }
}
