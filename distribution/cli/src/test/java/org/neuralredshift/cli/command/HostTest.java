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
    void looksForPluginsInTheImageThenTheEnvironmentThenWhereItIsTold(@TempDir Path home) throws IOException {
        Path own = Files.createDirectory(home.resolve("plugins"));
        Host host = new Host(Optional.of(home), Map.of(Host.PLUGINS, "a" + File.pathSeparator + "b"));
        assertEquals(List.of(own, Path.of("a"), Path.of("b"), Path.of("c")), host.pluginFolders(List.of(Path.of("c"))));
    }

    @Test
    void needsNoImage() {
        assertEquals(List.of(), new Host(Optional.empty(), Map.of()).pluginFolders(List.of()));
    }
}
