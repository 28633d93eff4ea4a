package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a class-path plugin and refuses their {@link ExitCalls}, and {@link NativeCalls} unless it may make
 * them. Its archives are those of its folder: what
 * their manifests name in {@code Class-Path} is not followed, for no lock vouches for it.
 */
final class LibrariesClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<PluginJar> jars;
    private final Object opening = new Object();
    private volatile @Nullable List<Library> libraries;
    private volatile boolean nativeAccess;

    private record Library(JarFile file, @Nullable Manifest manifest, CodeSource source) {}

    /**
     * @param name of the plugin
     * @param parent sees what the plugin sees of the host
     */
    LibrariesClassLoader(String name, List<PluginJar> jars, ClassLoader parent) {
        super(name, jars.stream().map(PluginJar::url).toArray(URL[]::new), parent);
        this.jars = jars;
    }

    /** Lets classes that are loaded from now on call native code. */
    void allowNativeAccess() {
        nativeAccess = true;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/').concat(".class");
        try {
            for (Library library : libraries()) {
                JarEntry entry = library.file().getJarEntry(path);
                if (entry != null) {
                    return define(name, library, entry);
                }
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        throw new ClassNotFoundException(name);
    }

    private Class<?> define(String name, Library library, JarEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = library.file().getInputStream(entry)) {
            byte[] refused = ExitCalls.refuse(in.readAllBytes());
            bytes = nativeAccess ? refused : NativeCalls.refuse(refused);
        }
        definePackage(name.substring(0, Math.max(0, name.lastIndexOf('.'))), library);
        return defineClass(name, bytes, 0, bytes.length, library.source());
    }

    /** Libraries read their own version from their package. */
    private void definePackage(String name, Library library) {
        if (name.isEmpty() || getDefinedPackage(name) != null) {
            return;
        }
        synchronized (opening) {
            Manifest manifest = library.manifest();
            if (getDefinedPackage(name) == null && manifest != null) {
                definePackage(name, manifest, library.source().getLocation());
            }
        }
    }

    private List<Library> libraries() throws IOException {
        List<Library> open = libraries;
        if (open != null) {
            return open;
        }
        synchronized (opening) {
            if (libraries == null) {
                List<Library> all = new ArrayList<>();
                for (PluginJar jar : jars) {
                    JarFile file = new JarFile(jar.loaded().toFile(), false, JarFile.OPEN_READ, Runtime.version());
                    all.add(new Library(file, file.getManifest(), new CodeSource(jar.url(), (CodeSigner[]) null)));
                }
                libraries = all;
            }
            return libraries;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        synchronized (opening) {
            for (Library library : libraries == null ? List.<Library>of() : libraries) {
                library.file().close();
            }
        }
    }
}
