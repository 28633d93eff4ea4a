package org.neuralredshift.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's own folders, where each system has them; empty if the environment does not tell where that is.
 *
 * @param plugins that are loaded in every run
 * @param configuration with what the user decided
 */
record UserFolders(Optional<Path> plugins, Optional<Path> configuration) {
    private static final String OURS = "nrs";

    /**
     * @param environment variables of the process
     * @param system as in the property {@code os.name}
     */
    static UserFolders of(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return of(folder(environment, "LOCALAPPDATA"), folder(environment, "APPDATA"));
        }
        String home = name.startsWith("mac") ? "Library/Application Support" : "";
        Optional<Path> user = folder(environment, "HOME");
        return of(
                folder(environment, "XDG_DATA_HOME")
                        .or(() -> user.map(path -> path.resolve(home.isEmpty() ? ".local/share" : home))),
                folder(environment, "XDG_CONFIG_HOME")
                        .or(() -> user.map(path -> path.resolve(home.isEmpty() ? ".config" : home))));
    }

    private static UserFolders of(Optional<Path> data, Optional<Path> configuration) {
        return new UserFolders(
                data.map(path -> path.resolve(OURS).resolve("plugins")), configuration.map(path -> path.resolve(OURS)));
    }

    /** An absolute path; others are to be ignored, as the XDG base directory specification has it. */
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
