package org.neuralredshift.cli.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the command.
 *
 * @param home folder of the installed image, with {@code plugins} and {@code studies}; empty when run without one
 * @param environment variables of the process
 */
public record Host(Optional<Path> home, Map<String, String> environment) {
    /** System property that the launcher of the image sets. */
    public static final String HOME = "nrs.home";
    /** Environment variable with more plugin folders, separated as paths are. */
    public static final String PLUGINS = "NRS_PLUGINS";

    public Host {
        environment = Map.copyOf(environment);
    }

    /** The surroundings of this process. */
    public static Host ofProcess() {
        return new Host(Optional.ofNullable(System.getProperty(HOME)).map(Path::of), System.getenv());
    }

    /** Folders to look for plugins: of the image if it has any, of the environment, then those given. */
    List<Path> pluginFolders(List<Path> given) {
        List<Path> folders = new ArrayList<>();
        home.map(path -> path.resolve("plugins")).filter(Files::isDirectory).ifPresent(folders::add);
        for (String entry : environment.getOrDefault(PLUGINS, "").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                folders.add(Path.of(entry));
            }
        }
        folders.addAll(given);
        return folders;
    }

    /** The folder of the studies that ship with the image. */
    Optional<Path> studies() {
        return home.map(path -> path.resolve("studies")).filter(Files::isDirectory);
    }
}
