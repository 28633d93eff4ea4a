package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of all modules of one plugin, as the loader does that Java gives to a layer, and refuses their
 * {@link ExitCalls}. What is not in the plugin, its parent finds.
 */
final class ModulesClassLoader extends SecureClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, ModuleReference> modules = new TreeMap<>();
    private final Map<String, ModuleReference> packages = new HashMap<>();
    private final Map<ModuleReference, Opened> opened = new ConcurrentHashMap<>();

    private record Opened(ModuleReader reader, CodeSource source) {}

    /**
     * @param name of the plugin
     * @param configuration with its modules
     * @param parent sees what the plugin sees of the host
     */
    ModulesClassLoader(String name, Configuration configuration, ClassLoader parent) {
        super(name, parent);
        for (ResolvedModule module : configuration.modules()) {
            modules.put(module.name(), module.reference());
            module.reference().descriptor().packages().forEach(own -> packages.put(own, module.reference()));
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ModuleReference module = packages.get(beforeLast(name, '.'));
        if (module == null) {
            return getParent().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = define(module, name);
            }
            if (loaded == null) {
                throw new ClassNotFoundException(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
        ModuleReference module = packages.get(beforeLast(name, '.'));
        return module != null && module.descriptor().name().equals(moduleName) ? define(module, name) : null;
    }

    private @Nullable Class<?> define(ModuleReference module, String name) {
        try {
            Opened archive = open(module);
            Optional<ByteBuffer> found =
                    archive.reader().read(name.replace('.', '/').concat(".class"));
            if (found.isEmpty()) {
                return null;
            }
            ByteBuffer buffer = found.get();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            archive.reader().release(buffer);
            byte[] refused = ExitCalls.refuse(bytes);
            return defineClass(name, refused, 0, refused.length, archive.source());
        } catch (IOException e) {
            throw new UncheckedIOException("The class " + name + " cannot be read", e);
        }
    }

    private Opened open(ModuleReference module) throws IOException {
        Opened known = opened.get(module);
        if (known != null) {
            return known;
        }
        CodeSource source = new CodeSource(url(module.location().orElseThrow()), (CodeSigner[]) null);
        Opened mine = new Opened(module.open(), source);
        Opened other = opened.putIfAbsent(module, mine);
        if (other == null) {
            return mine;
        }
        mine.reader().close();
        return other;
    }

    @Override
    protected @Nullable URL findResource(@Nullable String moduleName, String name) throws IOException {
        ModuleReference module = moduleName == null ? null : modules.get(moduleName);
        if (module == null) {
            return null;
        }
        Optional<URI> found = open(module).reader().find(name);
        return found.isPresent() ? url(found.get()) : null;
    }

    @Override
    public @Nullable URL findResource(String name) {
        List<URL> found = find(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        return Collections.enumeration(find(name));
    }

    /** A resource beside classes is found if its package is open to all, or if it is a class. */
    private List<URL> find(String name) {
        String packageName = beforeLast(name, '/').replace('/', '.');
        ModuleReference owner = packages.get(packageName);
        if (owner != null && !name.endsWith(".class") && !isOpen(owner, packageName)) {
            return List.of();
        }
        List<URL> found = new ArrayList<>();
        try {
            for (String module :
                    owner == null ? modules.keySet() : Set.of(owner.descriptor().name())) {
                URL url = findResource(module, name);
                if (url != null) {
                    found.add(url);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", e);
        }
        return found;
    }

    private static boolean isOpen(ModuleReference module, String packageName) {
        return module.descriptor().isOpen()
                || module.descriptor().isAutomatic()
                || module.descriptor().opens().stream()
                        .anyMatch(
                                opens -> !opens.isQualified() && opens.source().equals(packageName));
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? getParent().getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(find(name));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the place of an archive is a URL", e);
        }
    }

    private static String beforeLast(String name, char separator) {
        return name.substring(0, Math.max(0, name.lastIndexOf(separator)));
    }
}
