package org.neuralredshift.cli.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.plugin.Disabled;
import org.neuralredshift.engine.plugin.NativeAccess;

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

    /** Folders to look for plugins: of the image if it has any, those given, of the environment, the user's own if it exists. */
    List<PluginFolder> pluginFolders(List<Path> given) {
        List<PluginFolder> folders = new ArrayList<>();
        shippedPlugins().ifPresent(path -> folders.add(new PluginFolder(path, "image")));
        given.forEach(path -> folders.add(new PluginFolder(path, "--plugins")));
        for (String entry : environment.getOrDefault(PLUGINS, "").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                folders.add(new PluginFolder(Path.of(entry), PLUGINS));
            }
        }
        userFolders()
                .plugins()
                .filter(Files::isDirectory)
                .ifPresent(path -> folders.add(new PluginFolder(path, "user")));
        return folders;
    }

    /** The plugin folder of the image, if it has one. */
    private Optional<Path> shippedPlugins() {
        return home.map(path -> path.resolve("plugins")).filter(Files::isDirectory);
    }

    /** The user's own folders. */
    UserFolders userFolders() {
        return UserFolders.of(environment, System.getProperty("os.name"));
    }

    /** The file of what the user disabled; empty if it is not known where it would be. */
    Optional<Path> disabled() {
        return userFolders().configuration().map(path -> path.resolve(Disabled.NAME));
    }

    /** The file of what the user lets call native code; empty if it is not known where it would be. */
    Optional<Path> nativeAccessFile() {
        return userFolders().configuration().map(path -> path.resolve(NativeAccess.NAME));
    }

    /** What may call native code: what the user allowed, and what the image did. */
    NativeAccess nativeAccess() {
        NativeAccess allowed = nativeAccessFile().map(NativeAccess::read).orElseGet(NativeAccess::none);
        return shippedPlugins().map(allowed::shippedIn).orElse(allowed);
    }

    /** What the command of the image is called, which the maker of a distribution decides. */
    Optional<String> command() {
        String[] launchers =
                home.map(path -> path.resolve("bin").toFile().list()).orElse(new String[0]);
        return Arrays.stream(launchers)
                .filter(name -> name.endsWith(".cmd"))
                .map(name -> name.substring(0, name.length() - ".cmd".length()))
                .findFirst();
    }

    /** The folder of the studies that ship with the image. */
    Optional<Path> studies() {
        return home.map(path -> path.resolve("studies")).filter(Files::isDirectory);
    }
}
