package org.neuralredshift.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.neuralredshift.api.compute.Backend;

/** The backends that a test can compare with. */
final class Backends {
    private static final String DESCRIPTOR = "module-info.class";

    private Backends() {}

    /**
     * Those that the test path offers and that can run here. Modules are found as services; on the class path nobody reads
     * {@code module-info}, so it is read here, and no JAR needs a services file beside it.
     */
    static List<Backend> onTheTestPath() {
        TreeMap<String, Backend> found = new TreeMap<>();
        ServiceLoader.load(Backend.class).stream()
                .forEach(provider -> found.put(provider.type().getName(), provider.get()));
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (String name : onTheClassPath(loader)) {
            found.computeIfAbsent(name, missing -> create(missing, loader));
        }
        return found.values().stream()
                .filter(backend -> backend.probe().usable())
                .toList();
    }

    private static List<String> onTheClassPath(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(DESCRIPTOR)).stream()
                    .map(Backends::read)
                    .flatMap(module -> module.provides().stream())
                    .filter(provides -> provides.service().equals(Backend.class.getName()))
                    .flatMap(provides -> provides.providers().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor read(URL descriptor) {
        try (InputStream in = descriptor.openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the module of " + descriptor + " cannot be read", e);
        }
    }

    private static Backend create(String name, ClassLoader loader) {
        try {
            return (Backend) Class.forName(name, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("the backend " + name + " on the test path cannot be created", e);
        }
    }
}
