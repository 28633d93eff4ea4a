package org.neuralredshift.backends.cuda.driver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the libraries of CUDA may lie: in the folders that the user names, in toolkits, where packages of the system put them.
 * Looks at names of files only. What a user names goes before all else.
 */
public final class LibrarySearch {
    /** The variable, and the folders in it: the user's own choice. */
    public static final String SETTING = "NRS_CUDA_LIBRARIES";

    private static final List<String> TOOLKITS = List.of("CUDA_PATH", "CUDA_HOME");
    private static final List<String> OF_LINUX = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/usr/lib",
            "/usr/lib/wsl/lib",
            "/usr/local/nvidia/lib64",
            "/run/opengl-driver/lib");

    private final boolean windows;
    private final Map<String, String> environment;
    private final Path root;

    /**
     * @param windows whether files have their names of Windows
     * @param environment variables of the process
     * @param root of the file system
     */
    LibrarySearch(boolean windows, Map<String, String> environment, Path root) {
        this.windows = windows;
        this.environment = environment;
        this.root = root;
    }

    /** On this machine. */
    public static LibrarySearch ofProcess() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new LibrarySearch(windows, System.getenv(), Path.of(windows ? "C:\\" : "/"));
    }

    /** Only in some folders. */
    public static LibrarySearch in(List<Path> folders) {
        String setting = String.join(
                File.pathSeparator, folders.stream().map(Path::toString).toList());
        return new LibrarySearch(false, Map.of(SETTING, setting), Path.of("/nowhere"));
    }

    /** The driver. */
    Finding driver() {
        return look(Library.DRIVER);
    }

    /** The compilers, a file for each. */
    Finding compiler() {
        return look(Library.COMPILER);
    }

    /** The library of builtin functions beside a compiler. */
    static Optional<Path> builtins(Path compiler) {
        String start =
                compiler.getFileName().toString().startsWith("nvrtc64") ? "nvrtc-builtins64_" : "libnvrtc-builtins.so.";
        String major = compiler.getFileName().toString().replaceAll("\\D*(?:64_)?(1[23]).*", "$1");
        try (Stream<Path> files = Files.list(compiler.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(start + major))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding look(Library library) {
        List<String> names = library.files(windows);
        List<Path> found = new ArrayList<>();
        List<Finding.LookedAt> lookedAt = new ArrayList<>();
        for (Place place : places()) {
            lookedAt.add(new Finding.LookedAt(place, Files.isDirectory(place.folder())));
            for (String name : names) {
                Path file = place.folder().resolve(name);
                // A driver has its library under several names.
                if (Files.exists(file) && !(library == Library.DRIVER && isIn(found, place.folder()))) {
                    found.add(file);
                }
            }
        }
        return new Finding(library, names, found, lookedAt);
    }

    private static boolean isIn(List<Path> found, Path folder) {
        for (Path path : found) {
            if (folder.equals(path.getParent())) {
                return true;
            }
        }
        return false;
    }

    /** In the order of preference, each folder once. */
    private List<Place> places() {
        Map<Path, Place> places = new LinkedHashMap<>();
        for (Place place : allPlaces()) {
            places.putIfAbsent(place.folder(), place);
        }
        return List.copyOf(places.values());
    }

    private List<Place> allPlaces() {
        List<Place> places = new ArrayList<>();
        for (String variable : windows ? List.of(SETTING) : List.of(SETTING, "LD_LIBRARY_PATH")) {
            for (Path folder : named(variable)) {
                places.add(new Place(folder, variable));
            }
        }
        for (String variable : TOOLKITS) {
            for (Path folder : named(variable)) {
                ofToolkit(folder, variable, places);
            }
        }
        if (windows) {
            places.add(new Place(root.resolve("Windows").resolve("System32"), "the system"));
            return places;
        }
        for (Path toolkit : matching(root.resolve("usr/local"), "cuda")) {
            ofToolkit(toolkit, "a toolkit in /usr/local", places);
        }
        for (String folder : OF_LINUX) {
            places.add(new Place(root.resolve(folder.substring(1)), "the system"));
        }
        return places;
    }

    private void ofToolkit(Path toolkit, String origin, List<Place> places) {
        if (windows) {
            places.add(new Place(toolkit.resolve("bin"), origin));
            places.add(new Place(toolkit.resolve("bin").resolve("x64"), origin));
            return;
        }
        places.add(new Place(toolkit.resolve("lib64"), origin));
        for (Path target : matching(toolkit.resolve("targets"), "")) {
            places.add(new Place(target.resolve("lib"), origin));
        }
    }

    /** The folders in a variable, those that are no path left out. */
    private List<Path> named(String variable) {
        List<Path> folders = new ArrayList<>();
        for (String text : environment.getOrDefault(variable, "").split(windows ? ";" : ":")) {
            if (!text.isBlank()) {
                try {
                    folders.add(Path.of(text.strip()));
                } catch (InvalidPathException e) {
                    throw new IllegalArgumentException(variable + " names a folder that is no path: " + text, e);
                }
            }
        }
        return folders;
    }

    /** What is in a folder and begins so, the newest version first. */
    private List<Path> matching(Path folder, String start) {
        String[] names = folder.toFile().list();
        List<Path> found = new ArrayList<>();
        if (names != null) {
            Arrays.sort(names, Collections.reverseOrder());
            for (String name : names) {
                if (name.startsWith(start)) {
                    found.add(folder.resolve(name));
                }
            }
        }
        return found;
    }
}
