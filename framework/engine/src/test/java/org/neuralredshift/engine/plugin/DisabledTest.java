package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuralredshift.api.metric.Metric;

class DisabledTest {
    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
    }

    private PluginSet load(String... disabled) {
        Disabled names = new Disabled(new TreeSet<>(Set.of(disabled)));
        try (PluginLoader loader = new PluginLoader(List.of(plugins), names)) {
            return loader.load();
        }
    }

    /** Java source that leaves a file behind when it runs. */
    private static String leave(Path file) {
        return "try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + file
                + "\")); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }";
    }

    @Test
    void noClassOfADisabledPluginIsLoaded() throws IOException {
        Path mark = temp.resolve("mark");
        jars.metric("eager", "eager", "", leave(mark), plugins.resolve("eager.jar"));
        PluginSet set = load("eager");
        assertEquals(PluginState.DISABLED, set.plugins().getFirst().state());
        assertEquals(List.of(), set.catalog().ids(Metric.class));
        assertFalse(Files.exists(mark));
        assertEquals(List.of("eager"), load().catalog().ids(Metric.class));
    }

    @Test
    void aSurveyLoadsNoClass() throws IOException {
        Path mark = temp.resolve("mark");
        jars.metric("eager", "eager", "", leave(mark), plugins.resolve("eager.jar"));
        jars.classPathMetric("old", "old", leave(mark), plugins.resolve("old/classpath/old.jar"));
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            List<PluginRecord> records = loader.survey();
            assertEquals(
                    List.of(PluginState.RESOLVED, PluginState.RESOLVED),
                    records.stream().map(PluginRecord::state).toList());
            assertEquals(List.of("metric eager.Given"), records.getFirst().offers());
        }
        assertFalse(Files.exists(mark));
    }

    @Test
    void aDisabledExtensionIsNotInTheCatalog() throws IOException {
        jars.metric("first", "same", plugins.resolve("first.jar"));
        PluginRecord record = load("metric/same").plugins().getFirst();
        assertEquals(PluginState.DISABLED, record.state());
        assertEquals(List.of("metric/same"), record.provides());
    }

    @Test
    void disablingOneOfTwoWithTheSameIdFreesTheOther() throws IOException {
        jars.metric("first", "same", plugins.resolve("first.jar"));
        jars.metric("second", "same", plugins.resolve("second.jar"));
        assertEquals(List.of("same"), load("second").catalog().ids(Metric.class));
    }

    @Test
    void theFileHoldsOneNamePerLine() throws IOException {
        Path file = temp.resolve("new/" + Disabled.NAME);
        assertEquals(Set.of(), Disabled.read(file).names());
        Disabled.none().with("metric/b").with("a").write(file);
        assertEquals("a\nmetric/b\n", Files.readString(file).replace("\r", ""));
        Files.writeString(file, "# not these\n a # for now\n\n");
        assertEquals(Set.of("a"), Disabled.read(file).names());
        assertEquals(Set.of(), Disabled.read(file).without("a").names());
    }
}
