package org.neuralredshift.cli.command;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.examination.Examiner;

/** The test kit of the image. It is no part of the host: it gets a module layer of its own when it is asked for. */
final class Kit {
    /** Name of its folder in the image. */
    static final String FOLDER = "kit";

    private Kit() {}

    /**
     * Loads it.
     *
     * @param home of the image
     * @throws UserException if the image has none, or a damaged one
     */
    static Examiner load(Optional<Path> home) {
        Path folder = home.map(path -> path.resolve(FOLDER))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new UserException(
                        "This image has no test kit: "
                                + home.map(path -> path.resolve(FOLDER) + " is missing")
                                        .orElse("it runs without an image")
                                + ".",
                        "Verify the plugin with an image as it ships."));
        try {
            return ServiceLoader.load(layer(folder), Examiner.class)
                    .findFirst()
                    .orElseThrow(() -> damaged(folder, "no module in it provides an examiner", null));
        } catch (FindException | ResolutionException | LayerInstantiationException | ServiceConfigurationError e) {
            throw damaged(folder, String.valueOf(e.getMessage()), e);
        }
    }

    private static ModuleLayer layer(Path folder) {
        ModuleLayer host = Kit.class.getModule().getLayer();
        ModuleLayer parent = host == null ? ModuleLayer.boot() : host;
        ModuleFinder finder = ModuleFinder.of(folder);
        Set<String> all = finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toSet());
        Configuration configuration = parent.configuration().resolve(finder, ModuleFinder.of(), all);
        return parent.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    private static UserException damaged(Path folder, String reason, @Nullable Throwable cause) {
        return new UserException(
                "The test kit in " + folder + " cannot be loaded: " + reason + ".", "Unpack the image again.", cause);
    }
}
