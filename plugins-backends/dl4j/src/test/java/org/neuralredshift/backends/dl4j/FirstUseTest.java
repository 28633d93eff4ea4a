package org.neuralredshift.backends.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuralredshift.api.compute.Availability;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.compute.Executable;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;

class FirstUseTest {
    @Test
    void aListingLoadsNothingOfNd4j() throws Exception {
        try (Recorder loader = Recorder.overTheTestPath()) {
            Backend backend = (Backend) loader.loadClass(Dl4jBackend.class.getName())
                    .getConstructor()
                    .newInstance();
            assertEquals("dl4j", backend.id());
            assertFalse(backend.description().summary().isBlank());
            assertTrue(backend.probe().usable(), backend.probe().detail());
            assertTrue(
                    backend.probe().detail().contains("at first use"),
                    backend.probe().detail());
            assertEquals(List.of(), loader.foreign());
        }
    }

    @Test
    void tellsHowLongItTookToLoad() {
        Backend backend = new Dl4jBackend();
        GraphBuilder graph = new GraphBuilder();
        Graph copy = graph.output("f", graph.input("x", Shape.of(3, 1))).build();
        try (Executable program = backend.compile(copy)) {
            Availability availability = backend.probe();
            assertTrue(availability.detail().matches(".*loaded in [0-9.]+ s"), availability.detail());
            assertTrue(program.explain().contains(availability.detail()), program.explain());
        }
    }

    /** Loads the plugin and its libraries anew, and keeps the names of what is not ours. */
    private static final class Recorder extends URLClassLoader {
        private final List<String> foreign = Collections.synchronizedList(new ArrayList<>());

        private Recorder(URL[] path) {
            super(path, Recorder.class.getClassLoader());
        }

        static Recorder overTheTestPath() throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return new Recorder(urls.toArray(URL[]::new));
        }

        List<String> foreign() {
            return List.copyOf(foreign);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isForeign = name.startsWith("org.nd4j.") || name.startsWith("org.bytedeco.");
            if (!isForeign && !name.startsWith(Dl4jBackend.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            if (isForeign) {
                foreign.add(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
