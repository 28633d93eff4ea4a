package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuralredshift.api.metric.Metric;

/** If one of these fails, it may well end the JVM of the tests. */
class ExitCallsTest {
    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
    }

    private Rejection rejection() {
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            return loader.load().plugins().getFirst().rejection().orElseThrow();
        }
    }

    private void assertRefused(String... words) {
        Rejection rejection = rejection();
        assertEquals(RejectionCode.SYSTEM_EXIT, rejection.code(), rejection.sentence());
        for (String word : words) {
            assertTrue(rejection.sentence().contains(word), rejection.sentence());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "java.util.function.IntConsumer end = System::exit; end.accept(3);",
                "java.util.function.IntConsumer end = Runtime.getRuntime()::halt; end.accept(3);",
                "java.util.function.ObjIntConsumer<Runtime> end = Runtime::exit; end.accept(Runtime.getRuntime(), 3);",
                "java.util.stream.IntStream.of(3).forEach(System::exit);",
                "try { System.exit(3); } catch (Exception e) { throw new IllegalStateException(); }"
            })
    void everyCallIsRefusedAndNamed(String call) throws IOException {
        jars.metric("leaver", "leaver", "", call, plugins.resolve("leaver.jar"));
        assertRefused("the plugin leaver called ", "(3) at ", "leaver.Given.<init>(Given.java:");
    }

    @Test
    void aStaticInitialiserIsRefused() throws IOException {
        String source = JarFixture.metricSource("eager", "eager", "")
                .replace("public Given()", "static { System.exit(0); } public Given()");
        String descriptor = """
                module eager { requires org.neuralredshift.api;
                    provides org.neuralredshift.api.metric.Metric with eager.Given; }
                """;
        jars.module("eager", descriptor, List.of(source), plugins.resolve("eager.jar"));
        assertRefused("eager.Given.<clinit>");
    }

    @Test
    void aClassPathPluginIsRefused() throws IOException {
        jars.classPathMetric("old", "old", "System.exit(0);", plugins.resolve("old/classpath/old.jar"));
        assertRefused("the plugin old called System.exit(0)");
    }

    @Test
    void aLibraryThatDoesNotKnowTheApiIsRefused() throws IOException {
        Path modules = plugins.resolve("user/modules");
        Path library = jars.module(
                "tool",
                "module tool { exports tool; }",
                List.of("package tool; public class Tool { public static void main(String... a) { System.exit(0); } }"),
                modules.resolve("tool.jar"));
        jars.module(
                "user",
                """
                module user { requires org.neuralredshift.api; requires tool;
                    provides org.neuralredshift.api.metric.Metric with user.Given; }
                """,
                List.of(JarFixture.metricSource("user", "user", "tool.Tool.main();")),
                System.getProperty("jdk.module.path") + File.pathSeparator + library,
                "1",
                modules.resolve("user.jar"));
        assertRefused("the plugin user called System.exit(0) at tool.Tool.main(Tool.java:1)");
    }

    /** The frames of such a method join types that the plugin finds and the host does not. */
    @Test
    void theRestOfAClassStaysAsItIs() throws IOException {
        Path away = jars.library(
                List.of(
                        "package away; public class Base { }",
                        "package away; public class One extends Base { }",
                        "package away; public class Two extends Base { }"),
                Map.of(),
                "",
                plugins.resolve("lazy/classpath/away.jar"));
        String body = """
                boolean never = false;
                for (int i = 0; i < 3; i++) {
                    try {
                        if (i == 1) throw new IllegalStateException();
                        if (never) { away.Base b = i > 0 ? new away.One() : new away.Two(); b.hashCode(); System.exit(i); }
                        if (i == 2) never = "ends".equals(switch (i) { case 0 -> "a"; case 2 -> "ends"; default -> "b"; });
                    } catch (IllegalStateException e) {
                        if (i != 1) throw e;
                    } finally {
                        if (i > 2) System.exit(0);
                    }
                }
                if (!never) throw new IllegalStateException("never");
                """;
        jars.library(
                List.of(JarFixture.metricSource("lazy", "lazy", body)),
                Map.of("META-INF/services/org.neuralredshift.api.metric.Metric", "lazy.Given"),
                away.toString(),
                plugins.resolve("lazy/classpath/lazy.jar"));
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            PluginSet set = loader.load();
            assertEquals(
                    List.of("lazy"),
                    set.catalog().ids(Metric.class),
                    () -> set.plugins().toString());
        }
    }

    @Test
    void aClassWithoutACallIsTheVerySameBytes() throws IOException {
        byte[] without = bytes("String exit = \"exit\" + \"halt\".length() + 5L; exit(exit.length());"
                + " } static void exit(int i) { java.util.function.IntConsumer c = Given::exit;");
        assertSame(without, ExitCalls.refuse(without));
        byte[] with = bytes("double half = 0.5; System.exit((int) half);");
        assertNotSame(with, ExitCalls.refuse(with));
    }

    /** No class is an error of the JVM's to find. */
    @Test
    void whatIsNoClassIsLeftAlone() throws IOException {
        byte[] with = bytes("System.exit(1);");
        int refused = 0;
        for (int length = 0; length < with.length; length++) {
            byte[] cut = Arrays.copyOf(with, length);
            try {
                assertSame(cut, ExitCalls.refuse(cut));
            } catch (ClassFormatError e) {
                refused++;
            }
        }
        assertTrue(refused > 0 && refused < with.length, "cut " + refused);
    }

    private byte[] bytes(String constructor) throws IOException {
        Path jar = jars.metric("some", "some", "", constructor, temp.resolve("some.jar"));
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getEntry("some/Given.class"))) {
            return in.readAllBytes();
        }
    }
}
