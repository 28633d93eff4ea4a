package org.neuralredshift.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    private Path temp;

    private Path plugins;
    private JarFixture jars;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
        jars = new JarFixture(temp.resolve("work"));
        jars.metric("first", "first", plugins.resolve("first.jar"));
        jars.metric("second", "second", plugins.resolve("second/modules/second.jar"));
    }

    private List<PluginRecord> load() {
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            return loader.load().plugins();
        }
    }

    private static RejectionCode code(PluginRecord plugin) {
        return plugin.rejection().orElseThrow().code();
    }

    @Test
    void theLockIsWhatSha256sumWrites() throws IOException {
        Path jar = Files.writeString(plugins.resolve("second/modules/zz.jar"), "abc");
        new PluginLock(plugins, new TreeMap<>()).trusting(List.of(jar)).write();
        // SHA-256 of "abc" as FIPS 180-4 gives it.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  second/modules/zz.jar\n",
                Files.readString(plugins.resolve(PluginLock.NAME)));
    }

    @Test
    void whatIsTrustedIsLoadedFromACopy() {
        PluginLock.of(plugins).write();
        List<PluginRecord> loaded;
        try (PluginLoader loader = new PluginLoader(List.of(plugins), Disabled.none())) {
            loaded = loader.load().plugins();
            for (PluginRecord plugin : loaded) {
                assertEquals(PluginState.READY, plugin.state(), plugin.toString());
                PluginJar jar = plugin.jars().getFirst();
                assertNotEquals(jar.path(), jar.loaded());
                assertEquals(Checksum.sha256(jar.loaded()), jar.sha256());
            }
        }
        assertFalse(Files.exists(loaded.getFirst().jars().getFirst().loaded()));
    }

    @Test
    void whatIsNotInTheLockIsNotLoaded() throws IOException {
        PluginLock.of(plugins).write();
        jars.metric("late", "late", plugins.resolve("late.jar"));
        List<PluginRecord> loaded = load();
        assertEquals(PluginState.READY, loaded.getFirst().state());
        PluginRecord late = loaded.get(1);
        assertEquals(RejectionCode.NOT_TRUSTED, code(late));
        assertEquals(PluginState.FOUND, late.steps().getLast().state());
        assertTrue(late.rejection().orElseThrow().sentence().contains("nrs plugins trust"));
    }

    @Test
    void otherBytesAreNotLoaded() throws IOException {
        PluginLock.of(plugins).write();
        jars.metric("first", "changed", plugins.resolve("first.jar"));
        assertEquals(RejectionCode.CHECKSUM, code(load().getFirst()));
        PluginLock.read(plugins)
                .orElseThrow()
                .trusting(List.of(plugins.resolve("first.jar")))
                .write();
        assertEquals(PluginState.READY, load().getFirst().state());
    }

    @Test
    void whatIsGoneLeavesTheLock() throws IOException {
        PluginLock.of(plugins).write();
        Files.delete(plugins.resolve("first.jar"));
        PluginLock lock = PluginLock.read(plugins).orElseThrow().trusting(List.of());
        assertEquals(
                List.of("second/modules/second.jar"), List.copyOf(lock.sums().keySet()));
    }

    @Test
    void aDamagedLockTrustsNothing() throws IOException {
        Files.writeString(plugins.resolve(PluginLock.NAME), "no checksum\n");
        for (PluginRecord plugin : load()) {
            assertEquals(RejectionCode.NOT_TRUSTED, code(plugin));
            assertTrue(plugin.rejection().orElseThrow().sentence().contains("line 1"));
        }
    }

    @Test
    void aFolderWithoutALockIsNotChecked() {
        assertTrue(load().stream().allMatch(plugin -> plugin.state() == PluginState.READY));
    }
}
