package org.neuralredshift.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of a class-path plugin and refuses their {@link ExitCalls}, and {@link NativeCalls} unless it may make
 * them. Its classes and resources are those of the archives in its folder: what their manifests name in {@code Class-Path} is
 * not followed, for no lock vouches for it. Therefore its superclass, which would follow, is given no URL.
 */
final class LibrariesClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<PluginJar> jars;
    private final Object opening = new Object();
    private volatile @Nullable List<Library> libraries;
    private volatile boolean nativeAccess;

    private record Library(JarFile file, @Nullable Manifest manifest, CodeSource source) {
        Stream<URL> resource(String name) {
            return Stream.ofNullable(file.getJarEntry(name)).map(entry -> url(entry.getRealName()));
        }

        private URL url(String entry) {
            try {
                String path = new URI(null, null, "/" + entry, null).getRawPath();
                return new URI("jar:" + source.getLocation() + "!" + path).toURL();
            } catch (URISyntaxException | MalformedURLException e) {
                throw new IllegalStateException("the name of an entry makes a URL", e);
            }
        }
    }

    /**
     * @param name of the plugin
     * @param parent sees what the plugin sees of the host
     */
    LibrariesClassLoader(String name, List<PluginJar> jars, ClassLoader parent) {
        super(name, new URL[0], parent);
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

    @Override
    public @Nullable URL findResource(String name) {
        return own(name).findFirst().orElse(null);
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        return Collections.enumeration(own(name).toList());
    }

    private Stream<URL> own(String name) {
        try {
            return libraries().stream().flatMap(library -> library.resource(name));
        } catch (IOException e) {
            throw new UncheckedIOException("a library of the plugin " + getName() + " cannot be read", e);
        }
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
