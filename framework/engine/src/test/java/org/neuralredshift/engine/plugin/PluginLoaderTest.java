package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.engine.UserException;

class PluginLoaderTest {
    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
    }

    @Test
    void loadsALoneJarAndAFolderOfModules() throws IOException {
        jars.metric("lone", "lone-metric", plugins.resolve("lone.jar"));
        jars.metric("housed", "housed-metric", plugins.resolve("housed/modules/housed.jar"));
        PluginSet set = load();
        assertEquals(List.of("housed", "lone"), names(set));
        assertEquals(List.of("housed-metric", "lone-metric"), set.catalog().ids(Metric.class));
        PluginRecord lone = set.plugins().getLast();
        assertEquals(PluginState.READY, lone.state());
        assertEquals("lone", lone.module());
        assertEquals("1.0", lone.version());
        assertEquals(List.of("metric/lone-metric"), lone.provides());
        assertEquals(
                lone,
                set.catalog()
                        .pluginOf(set.catalog().find(Metric.class, "lone-metric"))
                        .orElseThrow());
    }

    @Test
    void theChecksumIsThatOfTheFile() throws IOException {
        Files.writeString(plugins.resolve("text.jar"), "abc");
        // SHA-256 of "abc" as FIPS 180-4 gives it.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                load().plugins().getFirst().sha256().get("text.jar"));
    }

    @Test
    void oneBadPluginDoesNotStopTheOthers() throws IOException {
        JarFixture.write(plugins.resolve("a.jar"), "no archive");
        jars.metric("b", "good", plugins.resolve("b.jar"));
        PluginSet set = load();
        assertEquals(List.of("good"), set.catalog().ids(Metric.class));
        assertRejected(set.plugins().getFirst(), RejectionCode.NOT_A_JAR, "a.jar");
    }

    @Test
    void rejectsAJarWithoutModuleInfo() throws IOException {
        Path classes = temp.resolve("plain");
        JarFixture.write(classes.resolve("readme.txt"), "nothing");
        jars.jar(classes, plugins.resolve("plain.jar"));
        assertRejected(only(), RejectionCode.NO_MODULE, "module-info");
    }

    @Test
    void rejectsAServicesFileWithoutModuleInfo() throws IOException {
        Path classes = temp.resolve("services");
        JarFixture.write(classes.resolve("META-INF/services/org.neuralredshift.api.metric.Metric"), "a.B");
        jars.jar(classes, plugins.resolve("services.jar"));
        assertRejected(only(), RejectionCode.SERVICES_FILE_ONLY, "metric a.B");
    }

    @Test
    void rejectsAModuleThatProvidesNothing() throws IOException {
        jars.module(
                "silent", "module silent { }", List.of("package silent; public class A { }"), plugins.resolve("s.jar"));
        assertRejected(only(), RejectionCode.NO_PROVIDER, "provides");
    }

    @Test
    void rejectsAPluginWhoseLibraryIsMissing() throws IOException {
        Path library = jars.module(
                "extra",
                "module extra { exports extra; }",
                List.of("package extra; public class A { }"),
                temp.resolve("lib/extra.jar"));
        String path = System.getProperty("jdk.module.path") + File.pathSeparator + library;
        String descriptor = """
                module needy { requires org.neuralredshift.api; requires extra;
                    provides org.neuralredshift.api.metric.Metric with needy.Given; }
                """;
        jars.module(
                "needy",
                descriptor,
                List.of(JarFixture.metricSource("needy", "needy", "")),
                path,
                "1",
                plugins.resolve("needy/modules/needy.jar"));
        assertRejected(only(), RejectionCode.MISSING_MODULE, "needy requires the module extra");

        Files.copy(library, plugins.resolve("needy/modules/extra.jar"));
        assertEquals(List.of("needy"), load().catalog().ids(Metric.class));
    }

    @Test
    void rejectsAPluginThatRequiresAModuleOfTheHost() throws IOException {
        jars.metric("nosy", "nosy", "requires org.neuralredshift.engine;", "", plugins.resolve("nosy.jar"));
        assertRejected(
                only(), RejectionCode.MISSING_MODULE, "org.neuralredshift.engine, which the host keeps to itself");
    }

    @Test
    void aLibraryWithoutADescriptorStandsAsAnAutomaticModule() throws IOException {
        Path modules = plugins.resolve("mixed/modules");
        Path library = jars.library(
                List.of("package plain.lib; public class Plain { public static int answer() { return 42; } }"),
                Map.of(),
                "",
                modules.resolve("plain.jar"));
        String path = System.getProperty("jdk.module.path") + File.pathSeparator + library;
        String descriptor = """
                module mixed { requires org.neuralredshift.api; requires plain;
                    provides org.neuralredshift.api.metric.Metric with mixed.Given; }
                """;
        String check = "if (plain.lib.Plain.answer() != 42) throw new IllegalStateException();";
        jars.module(
                "mixed",
                descriptor,
                List.of(JarFixture.metricSource("mixed", "mixed", check)),
                path,
                "1",
                modules.resolve("mixed.jar"));
        PluginSet set = load();
        assertEquals(
                List.of("mixed"), set.catalog().ids(Metric.class), set.plugins().toString());
        assertEquals(
                Notice.Code.AUTOMATIC,
                set.plugins().getFirst().notices().getFirst().code());
    }

    @Test
    void tellsThatAJarLiesOneFolderTooHigh() throws IOException {
        jars.metric("high", "high", plugins.resolve("high/high.jar"));
        assertRejected(only(), RejectionCode.NO_MODULE, "move high.jar to");
    }

    @Test
    void everyStepIsTold() throws IOException {
        jars.metric("good", "good", plugins.resolve("good.jar"));
        assertEquals(
                List.of(
                        PluginState.FOUND,
                        PluginState.VERIFIED,
                        PluginState.RESOLVED,
                        PluginState.BOUND,
                        PluginState.READY),
                load().plugins().getFirst().steps().stream()
                        .map(PluginStep::state)
                        .toList());
    }

    @Test
    void aFolderThatIsNamedTwiceCountsOnce() throws IOException {
        jars.metric("good", "good", plugins.resolve("good.jar"));
        Path again = plugins.resolve("../plugins");
        try (PluginLoader loader = new PluginLoader(List.of(plugins, again), Disabled.none())) {
            assertEquals(List.of("good"), loader.load().catalog().ids(Metric.class));
        }
    }

    @Test
    void rejectsATruncatedJar() throws IOException {
        Path whole = jars.metric("cut", "cut", temp.resolve("cut.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(plugins.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRejected(only(), RejectionCode.NOT_A_JAR, "cut.jar");
    }

    @Test
    void rejectsAPackageInTwoModules() throws IOException {
        Path modules = plugins.resolve("split/modules");
        Path library = jars.module(
                "other",
                "module other { exports other; }",
                List.of("package other; public class A { }", "package hidden; public class A { }"),
                modules.resolve("other.jar"));
        String path = System.getProperty("jdk.module.path") + File.pathSeparator + library;
        String descriptor = """
                module split { requires org.neuralredshift.api; requires other;
                    provides org.neuralredshift.api.metric.Metric with split.Given; }
                """;
        List<String> sources =
                List.of(JarFixture.metricSource("split", "split", ""), "package hidden; public class B { }");
        jars.module("split", descriptor, sources, path, "1", modules.resolve("split.jar"));
        assertRejected(only(), RejectionCode.SPLIT_PACKAGE, "hidden");
    }

    @Test
    void rejectsBothOfTwoPluginsWithTheSameId() throws IOException {
        jars.metric("first", "same", plugins.resolve("first.jar"));
        jars.metric("second", "same", plugins.resolve("second.jar"));
        jars.metric("third", "third", plugins.resolve("third.jar"));
        PluginSet set = load();
        assertEquals(List.of("third"), set.catalog().ids(Metric.class));
        assertRejected(set.plugins().get(0), RejectionCode.DUPLICATE_ID, "second.jar");
        assertRejected(set.plugins().get(1), RejectionCode.DUPLICATE_ID, "first.jar");
    }

    @Test
    void rejectsAThrowingConstructorAndTellsWhere() throws IOException {
        jars.metric(
                "fragile",
                "fragile",
                "",
                "if (true) throw new IllegalStateException(\"no luck\");",
                plugins.resolve("f.jar"));
        Rejection rejection = assertRejected(only(), RejectionCode.CONSTRUCTOR, "no luck");
        assertTrue(rejection.sentence().contains("Given.java"), rejection.sentence());
    }

    @Test
    void rejectsAConstructorThatFailsToLink() throws IOException {
        jars.metric(
                "broken",
                "broken",
                "",
                "if (true) throw new NoClassDefFoundError(\"gone.Away\");",
                plugins.resolve("b.jar"));
        assertRejected(only(), RejectionCode.CONSTRUCTOR, "gone.Away");
    }

    @Test
    void rejectsAnIdThatNoStudyCouldWrite() throws IOException {
        jars.metric("loud", "LOUD id", plugins.resolve("loud.jar"));
        assertRejected(only(), RejectionCode.BAD_EXTENSION, "LOUD id");
    }

    @Test
    void aBundledCopyOfTheApiIsIgnored() throws IOException {
        Path modules = plugins.resolve("fat/modules");
        jars.metric("fat", "fat", modules.resolve("fat.jar"));
        fakeApi("0.1.0", modules.resolve("api.jar"));
        PluginSet set = load();
        assertEquals(List.of("fat"), set.catalog().ids(Metric.class));
        Notice notice = set.plugins().getFirst().notices().getFirst();
        assertEquals(Notice.Code.BUNDLED_COPY_IGNORED, notice.code());
        assertTrue(notice.sentence().contains("api.jar"), notice.sentence());
    }

    @Test
    void rejectsAPluginBuiltForANewerApi() throws IOException {
        builtAgainst("0.99.0");
        assertRejected(only(), RejectionCode.API_NEWER, "0.99.0");
    }

    @Test
    void rejectsAPluginBuiltForAnotherMajorApi() throws IOException {
        builtAgainst("7.0.0");
        assertRejected(only(), RejectionCode.API_MAJOR, "7.0.0");
    }

    @Test
    void rejectsAnEmptyFolder() throws IOException {
        Files.createDirectories(plugins.resolve("empty/modules"));
        assertRejected(only(), RejectionCode.NO_MODULE, "empty");
    }

    @Test
    void aMissingFolderIsTheUsersMistake() {
        UserException e = assertThrows(UserException.class, () -> load(temp.resolve("absent")));
        assertTrue(e.getMessage().contains("absent"));
    }

    private void builtAgainst(String version) throws IOException {
        Path api = fakeApi(version, temp.resolve("lib/api.jar"));
        String descriptor = """
                module strange { requires org.neuralredshift.api;
                    provides org.neuralredshift.api.metric.Metric with strange.Given; }
                """;
        jars.module(
                "strange",
                descriptor,
                List.of("package strange; public class Given implements org.neuralredshift.api.metric.Metric { }"),
                api.toString(),
                "1",
                plugins.resolve("strange.jar"));
    }

    private Path fakeApi(String version, Path jar) throws IOException {
        return jars.module(
                "org.neuralredshift.api",
                "module org.neuralredshift.api { exports org.neuralredshift.api.metric; }",
                List.of("package org.neuralredshift.api.metric; public interface Metric { }"),
                temp.toString(),
                version,
                jar);
    }

    private PluginSet load() {
        return load(plugins);
    }

    private static PluginSet load(Path folder) {
        try (PluginLoader loader = new PluginLoader(List.of(folder), Disabled.none())) {
            return loader.load();
        }
    }

    private PluginRecord only() {
        PluginSet set = load();
        assertEquals(1, set.plugins().size(), set.plugins().toString());
        assertTrue(set.catalog().metrics().isEmpty(), "a rejected plugin must provide nothing");
        return set.plugins().getFirst();
    }

    private static List<String> names(PluginSet set) {
        return set.plugins().stream().map(PluginRecord::name).toList();
    }

    private static Rejection assertRejected(PluginRecord plugin, RejectionCode code, String words) {
        Rejection rejection = plugin.rejection().orElseThrow();
        assertEquals(code, rejection.code(), rejection.sentence());
        assertTrue(rejection.sentence().contains(words), rejection.sentence());
        return rejection;
    }
}
