package org.neuralredshift.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {
    @Test
    void takesTheFirstWordForTheCommand() {
        assertEquals(new Preview("run", List.of()), Preview.of("--debug", "run", "list.yaml"));
    }

    @Test
    void doesNotTakeAPluginFolderForTheCommand() {
        List<Path> folders = List.of(Path.of("run"), Path.of("b"));
        assertEquals(new Preview("list", folders), Preview.of("--plugins", "run", "list", "--plugins=b"));
    }
}
