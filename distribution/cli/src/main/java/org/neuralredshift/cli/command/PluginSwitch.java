package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.cli.console.Json;
import org.neuralredshift.engine.UserException;

/**
 * What {@code enable} and {@code disable} answer.
 *
 * @param state {@code enabled} or {@code disabled}
 * @param name of a plugin, or of an extension as {@code kind/id}
 * @param nativeAccess whether it was the plugin's native access alone
 * @param written the file that says so from now on
 */
record PluginSwitch(String state, String name, boolean nativeAccess, Path written) {
    /** The answer for people, or for programs. */
    String answer(boolean json) {
        if (!json) {
            return state + "  " + name + (nativeAccess ? ", native access" : "") + "\nwritten  " + written + "\n";
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", name);
        record.put("state", state);
        record.put("native", nativeAccess);
        record.put("written", written);
        return Json.indented(record) + "\n";
    }

    /** A file in the user's configuration folder, if that is known. */
    static Path file(Optional<Path> file, String name) {
        return file.orElseThrow(() -> new UserException(
                "It is not known where your configuration lies, so " + name + " cannot be written.",
                "Set HOME, or XDG_CONFIG_HOME to an absolute path."));
    }
}
