package org.neuralredshift.engine.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;

/**
 * One archive of a plugin.
 *
 * @param path where it lies
 * @param loaded what classes are loaded from: a private copy of bytes that were checked, or the archive itself
 * @param checked SHA-256 of {@code loaded} in lower-case hexadecimal if it was compared with a lock; else empty
 */
public record PluginJar(Path path, Path loaded, String checked) {
    /** An archive that nothing is known of. */
    static PluginJar of(Path path) {
        return new PluginJar(path, path, "");
    }

    /** SHA-256 of what is loaded, in lower-case hexadecimal. Read from disk if it was not checked. */
    public String sha256() {
        return checked.isEmpty() ? Checksum.sha256(loaded) : checked;
    }

    /** Where classes are loaded from. */
    URL url() {
        try {
            return loaded.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the path of a file is a URL", e);
        }
    }

    /** Its file name. */
    String fileName() {
        return path.getFileName().toString();
    }
}
