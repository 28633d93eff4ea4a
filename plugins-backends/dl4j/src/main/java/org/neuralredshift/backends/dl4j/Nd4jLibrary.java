package org.neuralredshift.backends.dl4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.neuralredshift.api.compute.Availability;

/**
 * ND4J in this process: looked for when asked, started by the first program that needs it. Starting unpacks the native libraries
 * once per machine and user, and loads them once per process, as ND4J keeps them in static fields.
 */
final class Nd4jLibrary {
    /** What the native libraries take on disk, for people. */
    private static final String UNPACKED = "380 MB";

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";
    private static final String GREETING = "org.nd4j.log.initialization";

    private final Platform platform = Platform.ofProcess();
    private volatile @Nullable Availability known;
    private boolean loaded;

    /** Whether the libraries are here, and how long it took to load them if they are loaded. Loads nothing. */
    Availability availability() {
        Availability present = known;
        return present == null ? look() : present;
    }

    private Availability look() {
        if (Nd4jLibrary.class.getClassLoader().getResource(platform.resource()) == null) {
            return Availability.no("this copy of the plugin has no native libraries of ND4J for " + platform
                    + ": take the distribution for this system, if there is one, or the backend cpu");
        }
        return Availability.yes("ND4J for " + platform + "; its native libraries are loaded at first use");
    }

    /**
     * Starts ND4J unless it is started.
     *
     * @throws IllegalStateException if it cannot be started; {@link #availability} then tells why
     */
    synchronized void load() {
        if (loaded) {
            return;
        }
        long begin = System.nanoTime();
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(Nd4jLibrary.class.getClassLoader());
        try {
            prepare();
            start();
        } catch (RuntimeException | LinkageError e) {
            String reason = "ND4J for " + platform + " cannot be loaded: " + root(e);
            known = Availability.no(reason);
            throw new IllegalStateException(reason, e);
        } finally {
            thread.setContextClassLoader(context);
        }
        loaded = true;
        double seconds = (System.nanoTime() - begin) / 1e9;
        known = Availability.yes(
                String.format(Locale.ROOT, "ND4J for %s, native libraries loaded in %.1f s", platform, seconds));
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    /** Properties that ND4J and JavaCPP read when their classes are initialised. Those that a user set stay. */
    private void prepare() {
        if (System.getProperty(CACHE) == null) {
            Optional<Path> cache = platform.cache(System.getenv()).map(path -> path.resolve("dl4j"));
            cache.ifPresent(path -> {
                System.setProperty(CACHE, path.toString());
                if (!Files.isDirectory(path)) {
                    System.err.println("dl4j: unpacking " + UNPACKED + " of native libraries to " + path + ", once");
                }
            });
        }
        // The host accounts for memory; JavaCPP's own limit would count that of everybody else in the process.
        setUnlessSet(MEMORY_LIMIT, "0");
        setUnlessSet(GREETING, "false");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** One thread: the host runs one session per processor, and ND4J's threads would contend with them. */
    private static void start() {
        ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jLibrary.class);
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
        Nd4j.getMemoryManager().togglePeriodicGc(false);
    }
}
