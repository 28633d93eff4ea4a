package org.neuralredshift.engine.plugin;

import java.util.HashMap;
import java.util.Map;

/**
 * The parent of the loaders of plugins: sees Java, the API and what the API hands on. The host's own libraries stay hidden, so
 * a plugin may bring another version of any of them.
 *
 * <p>Java's own loaders cannot stand here: they find the classes of every module of the process, and would find the host's
 * libraries before the plugin's.
 */
final class HostClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, ClassLoader> loaders;

    private HostClassLoader(Map<String, ClassLoader> loaders) {
        super("nrs-host", ClassLoader.getPlatformClassLoader());
        this.loaders = loaders;
    }

    static HostClassLoader of(HostModules host) {
        Map<String, ClassLoader> loaders = new HashMap<>();
        for (Module module : host.layer().modules()) {
            if (host.sees(module.getName())) {
                ClassLoader own = module.getClassLoader();
                ClassLoader loader = own == null ? ClassLoader.getPlatformClassLoader() : own;
                module.getPackages().forEach(name -> loaders.put(name, loader));
            }
        }
        return new HostClassLoader(loaders);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassLoader loader = loaders.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        if (loader == null) {
            throw new ClassNotFoundException(name);
        }
        return loader.loadClass(name);
    }
}
