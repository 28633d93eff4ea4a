package org.neuralredshift.backends.cuda.driver;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a user's system keeps what can be made again. */
public final class CacheFolder {
    private CacheFolder() {}

    /**
     * The folder for compiled kernels; empty if the environment does not tell where a user's caches are.
     *
     * @param system the property {@code os.name}
     * @param environment variables of the process
     */
    public static Optional<Path> of(String system, Map<String, String> environment) {
        String word = system.toLowerCase(Locale.ROOT);
        Optional<Path> caches;
        if (word.startsWith("windows")) {
            caches = folder(environment, "LOCALAPPDATA")
                    .map(path -> path.resolve("nrs").resolve("cache"));
        } else if (word.startsWith("mac")) {
            caches = folder(environment, "HOME").map(path -> path.resolve("Library/Caches/nrs"));
        } else {
            caches = folder(environment, "XDG_CACHE_HOME")
                    .or(() -> folder(environment, "HOME").map(path -> path.resolve(".cache")))
                    .map(path -> path.resolve("nrs"));
        }
        return caches.map(path -> path.resolve("cuda"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
