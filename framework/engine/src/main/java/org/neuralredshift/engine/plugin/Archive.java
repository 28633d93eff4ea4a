package org.neuralredshift.engine.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** What one JAR says about itself. Opens it, and loads nothing. */
final class Archive implements AutoCloseable {
    private static final String DESCRIPTOR = "module-info.class";
    private static final String SERVICES = "META-INF/services/";
    private static final String API_CLASS = "org/neuralredshift/api/Extension.class";

    private final PluginJar jar;
    private final JarFile file;

    private Archive(PluginJar jar, JarFile file) {
        this.jar = jar;
        this.file = file;
    }

    /** @throws RejectedException if it is no readable JAR */
    static Archive open(PluginJar jar) {
        try {
            JarFile file = new JarFile(jar.loaded().toFile(), false, JarFile.OPEN_READ, Runtime.version());
            return new Archive(jar, file);
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    /** Whether it is an explicit module. */
    boolean isModule() {
        return file.getEntry(DESCRIPTOR) != null;
    }

    /** Whether it carries a copy of the API. */
    boolean carriesTheApi() {
        return file.getEntry(API_CLASS) != null;
    }

    /** The descriptor, if there is one. */
    Optional<ModuleDescriptor> descriptor() {
        ZipEntry entry = file.getEntry(DESCRIPTOR);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream(entry)) {
            return Optional.of(ModuleDescriptor.read(in));
        } catch (IOException | InvalidModuleDescriptorException e) {
            throw badModule(jar, e);
        }
    }

    /** Kind and class of every provider that META-INF/services names, as in {@code metric org.example.Range}. */
    List<String> services() {
        List<String> offers = new ArrayList<>();
        for (ExtensionKind kind : ExtensionKind.values()) {
            ZipEntry entry = file.getEntry(SERVICES + kind.type().getName());
            if (entry != null) {
                names(entry).forEach(name -> offers.add(kind.word() + " " + name));
            }
        }
        return offers;
    }

    /** The module that it is, explicit or automatic. */
    ModuleReference module() {
        try {
            return ModuleFinder.of(jar.loaded()).findAll().iterator().next();
        } catch (FindException e) {
            throw badModule(jar, e.getCause() == null ? e : e.getCause());
        }
    }

    private List<String> names(ZipEntry entry) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.getInputStream(entry), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(jar, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unreadable(jar, e);
        }
    }

    private static RejectedException unreadable(PluginJar jar, Exception e) {
        return new RejectedException(
                RejectionCode.NOT_A_JAR,
                jar.path() + " is no readable JAR: " + e.getMessage() + ". Build or copy it again.",
                e);
    }

    private static RejectedException badModule(PluginJar jar, Throwable e) {
        return new RejectedException(
                RejectionCode.BAD_MODULE,
                "The module descriptor of " + jar.path() + " cannot be read: " + e.getMessage() + ". Build it for Java "
                        + Runtime.version().feature() + " or older.",
                e);
    }
}
