package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.metric.Metric;

class BinderTest {
    @TempDir
    private Path temp;

    @Test
    void aConstructorThatNeverReturnsCostsOnlyItsPlugin() throws IOException {
        Path plugins = Files.createDirectories(temp.resolve("plugins"));
        JarFixture jars = new JarFixture(temp.resolve("work"));
        String endless = "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { continue; } }";
        jars.metric("endless", "endless", "", "if (true) { " + endless + " }", plugins.resolve("endless.jar"));
        jars.metric("good", "good", plugins.resolve("good.jar"));
        try (PluginLoader loader =
                new PluginLoader(List.of(plugins), Disabled.none(), NativeAccess.none(), Duration.ofMillis(1500))) {
            PluginSet set = loader.load();
            assertEquals(List.of("good"), set.catalog().ids(Metric.class));
            Rejection rejection = set.plugins().getFirst().rejection().orElseThrow();
            assertEquals(RejectionCode.TIME_LIMIT, rejection.code());
            assertTrue(rejection.sentence().contains("Given.java"), rejection.sentence());
        }
    }

    @Test
    void aThrowingStaticInitialiserIsNamed() throws IOException {
        Path plugins = Files.createDirectories(temp.resolve("plugins"));
        JarFixture jars = new JarFixture(temp.resolve("work"));
        String source = JarFixture.metricSource("stale", "stale", "")
                .replace(
                        "public Given()",
                        "static { if (true) throw new IllegalStateException(\"no licence\"); } public Given()");
        String descriptor = """
                module stale { requires org.neuralredshift.api;
                    provides org.neuralredshift.api.metric.Metric with stale.Given; }
                """;
        jars.module("stale", descriptor, List.of(source), plugins.resolve("stale.jar"));
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            Rejection rejection = loader.load().plugins().getFirst().rejection().orElseThrow();
            assertEquals(RejectionCode.CONSTRUCTOR, rejection.code());
            assertTrue(
                    rejection.sentence().contains("static initialiser")
                            && rejection.sentence().contains("no licence"),
                    rejection.sentence());
        }
    }

    @Test
    void aPluginThatNobodyUsesIsAskedForItsIdOnce() throws IOException {
        Path plugins = Files.createDirectories(temp.resolve("plugins"));
        JarFixture jars = new JarFixture(temp.resolve("work"));
        String source = JarFixture.metricSource("moody", "moody", "")
                .replace(
                        "return \"moody\";",
                        "if (asked++ > 0) throw new IllegalStateException(\"asked again\"); return \"moody\";")
                .replace("public Given()", "private int asked; public Given()");
        String descriptor = """
                module moody { requires org.neuralredshift.api;
                    provides org.neuralredshift.api.metric.Metric with moody.Given; }
                """;
        jars.module("moody", descriptor, List.of(source), plugins.resolve("moody.jar"));
        jars.metric("good", "good", plugins.resolve("good.jar"));
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            Catalog catalog = loader.load().catalog();
            assertEquals(List.of("good", "moody"), catalog.ids(Metric.class));
            assertEquals("good", catalog.find(Metric.class, "good").id());
        }
    }
}
