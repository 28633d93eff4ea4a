package org.neuralredshift.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;

/** A backend on the class path, declared in its module-info alone. */
class BackendsTest {
    private static final String MODULE = """
            module other {
                requires org.neuralredshift.api;
                provides org.neuralredshift.api.compute.Backend with other.Other;
            }
            """;
    private static final String BACKEND = """
            package other;
            public final class Other implements org.neuralredshift.api.compute.Backend {
                public String id() { return "other"; }
                public int revision() { return 1; }
                public org.neuralredshift.api.Description description() { return null; }
                public org.neuralredshift.api.compute.Availability probe() { return AVAILABILITY; }
                public org.neuralredshift.api.compute.Executable compile(org.neuralredshift.api.graph.Graph graph) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    @TempDir
    private Path folder;

    private List<String> found(String backend) throws IOException {
        Path source = Files.createDirectories(folder.resolve("other")).resolve("Other.java");
        Files.writeString(source, backend);
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path classes = folder.resolve("classes");
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "--module-path",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> !entry.contains("test-classes") && !entry.contains("surefire"))
                                .collect(Collectors.joining(File.pathSeparator)),
                        module.toString(),
                        source.toString());
        assertEquals(0, exit);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, usual)) {
            thread.setContextClassLoader(loader);
            return Backends.onTheTestPath().stream().map(Extension::id).toList();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static String available(String answer) {
        return BACKEND.replace("AVAILABILITY", "org.neuralredshift.api.compute.Availability." + answer + "(\"here\")");
    }

    @Test
    void aBackendIsFoundByItsModuleInfo() throws IOException {
        assertEquals(List.of("other"), found(available("yes")));
    }

    @Test
    void oneThatCannotRunIsLeftOut() throws IOException {
        assertEquals(List.of(), found(available("no")));
    }

    @Test
    void oneThatCannotBeCreatedIsNamed() {
        String throwing = available("yes")
                .replace(
                        "public String id()",
                        "public Other() { throw new IllegalStateException(); } public String id()");
        String message =
                assertThrows(IllegalStateException.class, () -> found(throwing)).getMessage();
        assertTrue(message.contains("other.Other"), message);
    }

    @Test
    void theClassPathOfTheKitHasNone() {
        assertEquals(List.<Backend>of(), Backends.onTheTestPath());
    }
}
