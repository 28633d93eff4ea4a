package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.metric.Metric;

class ClassPathPluginTest {
    private static final String SERVICE = "META-INF/services/org.neuralredshift.api.metric.Metric";

    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
    }

    private PluginSet load() {
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            return loader.load();
        }
    }

    @Test
    void loadsWhatTheServicesFileNames() throws IOException {
        jars.classPathMetric("old", "old-metric", "", plugins.resolve("old/classpath/old.jar"));
        PluginSet set = load();
        assertEquals(List.of("old-metric"), set.catalog().ids(Metric.class));
        PluginRecord record = set.plugins().getFirst();
        assertEquals(PluginState.READY, record.state());
        assertEquals(List.of("metric old.Given"), record.offers());
        assertEquals(
                Notice.Code.API_VERSION_UNKNOWN, record.notices().getFirst().code());
    }

    @Test
    void seesJavaTheApiAndArrowButNothingElseOfTheHost() throws IOException {
        String look = """
                try {
                    Class.forName("java.sql.Connection");
                    Class.forName("org.apache.arrow.vector.Float4Vector");
                    Class.forName("org.apache.arrow.memory.BufferAllocator");
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException("hidden: " + e.getMessage());
                }
                for (String hidden : java.util.List.of(
                        "org.neuralredshift.engine.plugin.PluginLoader",
                        "com.fasterxml.jackson.databind.ObjectMapper",
                        "org.snakeyaml.engine.v2.api.Load",
                        "org.jfree.svg.SVGUtils")) {
                    try {
                        throw new IllegalStateException("visible: " + Class.forName(hidden));
                    } catch (ClassNotFoundException e) {
                        continue;
                    }
                }
                """;
        jars.classPathMetric("nosy", "nosy", look, plugins.resolve("nosy/classpath/nosy.jar"));
        PluginRecord record = load().plugins().getFirst();
        assertEquals(PluginState.READY, record.state(), record.toString());
    }

    @Test
    void bringsItsOwnVersionOfALibraryOfTheHost() throws IOException {
        Path modules = plugins.resolve("own/classpath");
        String library = "package org.snakeyaml.engine.v2.api; public class Load { public static int VERSION = 99; }";
        Path jar = jars.library(List.of(library), Map.of(), "", modules.resolve("yaml.jar"));
        String check = "if (org.snakeyaml.engine.v2.api.Load.VERSION != 99) throw new IllegalStateException();";
        jars.library(
                List.of(JarFixture.metricSource("own", "own", check)),
                Map.of(SERVICE, "own.Given"),
                jar.toString(),
                modules.resolve("own.jar"));
        PluginRecord record = load().plugins().getFirst();
        assertEquals(PluginState.READY, record.state(), record.toString());
    }

    @Test
    void twoPluginsHaveTwoVersionsOfOneLibrary() throws IOException {
        for (int version = 1; version <= 2; version++) {
            Path folder = plugins.resolve("user" + version + "/classpath");
            String source =
                    "package shared; public class Shared { public static int version() { return " + version + "; } }";
            Path library = jars.library(List.of(source), Map.of(), "", folder.resolve("shared.jar"));
            String name = "user" + version;
            String check = "if (shared.Shared.version() != " + version + ") throw new IllegalStateException();";
            jars.library(
                    List.of(JarFixture.metricSource(name, name, check)),
                    Map.of(SERVICE, name + ".Given"),
                    library.toString(),
                    folder.resolve("user.jar"));
        }
        assertEquals(List.of("user1", "user2"), load().catalog().ids(Metric.class));
    }

    @Test
    void aBundledCopyOfTheApiIsIgnored() throws IOException {
        Path folder = plugins.resolve("fat/classpath");
        jars.classPathMetric("fat", "fat", "", folder.resolve("fat.jar"));
        String copy = "package org.neuralredshift.api; public interface Extension { }";
        jars.library(List.of(copy), Map.of(), "", folder.resolve("api.jar"));
        PluginRecord record = load().plugins().getFirst();
        assertEquals(PluginState.READY, record.state(), record.toString());
        assertTrue(
                record.notices().stream().anyMatch(notice -> notice.code() == Notice.Code.BUNDLED_COPY_IGNORED),
                record.notices().toString());
    }

    @Test
    void rejectsAFolderWithoutAProvider() throws IOException {
        jars.library(
                List.of("package silent; public class A { }"),
                Map.of(),
                "",
                plugins.resolve("silent/classpath/silent.jar"));
        Rejection rejection = load().plugins().getFirst().rejection().orElseThrow();
        assertEquals(RejectionCode.NO_PROVIDER, rejection.code());
    }

    @Test
    void rejectsAServicesFileThatNamesAMissingClass() throws IOException {
        jars.library(
                List.of("package stale; public class A { }"),
                Map.of(SERVICE, "stale.Gone"),
                "",
                plugins.resolve("stale/classpath/stale.jar"));
        Rejection rejection = load().plugins().getFirst().rejection().orElseThrow();
        assertEquals(RejectionCode.CONSTRUCTOR, rejection.code());
        assertTrue(rejection.sentence().contains("stale.Gone"), rejection.sentence());
    }

    @Test
    void rejectsBothLayoutsInOneFolder() throws IOException {
        jars.metric("both", "both", plugins.resolve("both/modules/both.jar"));
        jars.classPathMetric("other", "other", "", plugins.resolve("both/classpath/other.jar"));
        Rejection rejection = load().plugins().getFirst().rejection().orElseThrow();
        assertEquals(RejectionCode.MIXED_FOLDER, rejection.code());
    }

    /** No lock vouches for what a manifest names. */
    @Test
    void readsResourcesOfItsOwnArchivesOnly() throws IOException {
        Path outside = jars.library(
                List.of("package outside; public class A { }"),
                Map.of("shared.txt", "outside", "outside.txt", "outside"),
                "",
                temp.resolve("outside.jar"));
        String look = """
                ClassLoader loader = Given.class.getClassLoader();
                if (loader.getResource("outside.txt") != null) {
                    throw new IllegalStateException("read " + loader.getResource("outside.txt"));
                }
                try (java.io.InputStream in = loader.getResources("shared name.txt").nextElement().openStream()) {
                    if (!new String(in.readAllBytes()).equals("own")) {
                        throw new IllegalStateException("not its own");
                    }
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
                """;
        jars.library(
                List.of(JarFixture.metricSource("reader", "reader", look)),
                Map.of(
                        SERVICE,
                        "reader.Given",
                        "shared name.txt",
                        "own",
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nClass-Path: " + outside.toUri() + "\n"),
                "",
                plugins.resolve("reader/classpath/reader.jar"));
        PluginRecord record = load().plugins().getFirst();
        assertEquals(PluginState.READY, record.state(), record.toString());
    }
}
