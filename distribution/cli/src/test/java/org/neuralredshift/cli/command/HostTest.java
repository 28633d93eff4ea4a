package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
    @Test
    void looksForPluginsInTheImageWhereItIsToldInTheEnvironmentThenAtTheUsers(@TempDir Path home) throws IOException {
        Path image = Files.createDirectory(home.resolve("plugins"));
        Path user = Files.createDirectories(home.resolve("data/nrs/plugins"));
        Host host = new Host(
                Optional.of(home),
                Map.of(
                        Host.PLUGINS,
                        "a" + File.pathSeparator + "b",
                        "XDG_DATA_HOME",
                        home.resolve("data").toString()));
        assertEquals(
                List.of(
                        new PluginFolder(image, "image"),
                        new PluginFolder(Path.of("c"), "--plugins"),
                        new PluginFolder(Path.of("a"), "NRS_PLUGINS"),
                        new PluginFolder(Path.of("b"), "NRS_PLUGINS"),
                        new PluginFolder(user, "user")),
                host.pluginFolders(List.of(Path.of("c"))));
    }

    @Test
    void needsNoImage() {
        assertEquals(List.of(), new Host(Optional.empty(), Map.of()).pluginFolders(List.of()));
    }

    @Test
    void theUsersFoldersLieWhereEachSystemHasThem() {
        Map<String, String> unix = Map.of("HOME", "/home/ada");
        assertEquals(
                new UserFolders(
                        Optional.of(Path.of("/home/ada/.local/share/nrs/plugins")),
                        Optional.of(Path.of("/home/ada/.config/nrs"))),
                UserFolders.of(unix, "Linux"));
        Path library = Path.of("/home/ada/Library/Application Support/nrs");
        assertEquals(
                new UserFolders(Optional.of(library.resolve("plugins")), Optional.of(library)),
                UserFolders.of(unix, "Mac OS X"));
        Map<String, String> moved =
                Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "relative");
        assertEquals(
                new UserFolders(
                        Optional.of(Path.of("/data/nrs/plugins")), Optional.of(Path.of("/home/ada/.config/nrs"))),
                UserFolders.of(moved, "Linux"),
                "a relative path is ignored");
        assertEquals(new UserFolders(Optional.empty(), Optional.empty()), UserFolders.of(Map.of(), "Linux"));
    }
}
