package org.neuralredshift.backends.dl4j;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The system that this runs on, as ND4J's native libraries are named after it.
 *
 * @param system {@code linux}, {@code macosx} or {@code windows}, or the system's own name
 * @param processor {@code x86_64} or {@code arm64}, or the processor's own name
 */
record Platform(String system, String processor) {
    private static final String OURS = "nrs";

    /** Of this process. */
    static Platform ofProcess() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * @param name as in the property {@code os.name}
     * @param architecture as in the property {@code os.arch}
     */
    static Platform of(String name, String architecture) {
        String system = name.toLowerCase(Locale.ROOT);
        String processor = switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> architecture;
        };
        return new Platform(
                system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : system, processor);
    }

    /** The resource that is there if ND4J's libraries for this platform are. */
    String resource() {
        String file = switch (system) {
            case "windows" -> "nd4jcpu.dll";
            case "macosx" -> "libnd4jcpu.dylib";
            default -> "libnd4jcpu.so";
        };
        return "org/nd4j/linalg/cpu/nativecpu/bindings/" + this + "/" + file;
    }

    /**
     * The folder for what can be made again, of this user and program; empty if the environment does not tell where that is.
     *
     * @param environment variables of the process
     */
    Optional<Path> cache(Map<String, String> environment) {
        return switch (system) {
            case "windows" ->
                folder(environment, "LOCALAPPDATA")
                        .map(path -> path.resolve(OURS).resolve("cache"));
            case "macosx" ->
                folder(environment, "HOME")
                        .map(path -> path.resolve("Library/Caches").resolve(OURS));
            default ->
                folder(environment, "XDG_CACHE_HOME")
                        .or(() -> folder(environment, "HOME").map(path -> path.resolve(".cache")))
                        .map(path -> path.resolve(OURS));
        };
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** As the libraries are named, {@code linux-x86_64}. */
    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
