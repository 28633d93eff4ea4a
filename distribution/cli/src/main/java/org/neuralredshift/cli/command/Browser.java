package org.neuralredshift.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.neuralredshift.engine.UserException;

/** The browser of the desktop. */
final class Browser {
    private Browser() {}

    /** Whether there seems to be a desktop to show something on. */
    static boolean isLikely(Host host) {
        return !system().contains("linux")
                || host.environment().containsKey("DISPLAY")
                || host.environment().containsKey("WAYLAND_DISPLAY");
    }

    /**
     * Opens a page; does not wait for it.
     *
     * @throws UserException if the desktop has no command to do so
     */
    static void open(Path page) {
        List<String> command = new ArrayList<>(opener());
        command.add(page.toAbsolutePath().toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UserException(
                    "No browser could be opened: " + e.getMessage() + ".", "Open " + page + " yourself.", e);
        }
    }

    private static List<String> opener() {
        String system = system();
        if (system.contains("mac")) {
            return List.of("open");
        }
        return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
