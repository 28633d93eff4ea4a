package org.neuralredshift.engine.plugin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One plugin that was found, used or not.
 *
 * @param name of its folder, or of its lone JAR without {@code .jar}
 * @param path of its folder or its lone JAR
 * @param jars its archives in order
 * @param module the module that provides the extensions, several joined by a comma; empty if there is none
 * @param version of that module; empty if it has none
 * @param provides kind and id of every extension, as in {@code metric/fourier}
 * @param rejection why it is not used; empty if it is ready
 * @param notices what else is worth knowing
 */
public record PluginRecord(
        String name,
        Path path,
        List<Path> jars,
        String module,
        String version,
        List<String> provides,
        Optional<Rejection> rejection,
        List<Notice> notices) {

    /** Where a plugin can end up. */
    public enum State {
        /** Its extensions are in the catalog. */
        READY,
        /** None of its extensions is. */
        REJECTED
    }

    public PluginRecord {
        jars = List.copyOf(jars);
        provides = List.copyOf(provides);
        notices = List.copyOf(notices);
    }

    /** Whether it is used. */
    public State state() {
        return rejection.isEmpty() ? State.READY : State.REJECTED;
    }

    /** The same plugin with the names of its extensions. */
    PluginRecord providing(List<String> extensions) {
        return new PluginRecord(name, path, jars, module, version, extensions, rejection, notices);
    }

    /** The same plugin, rejected. */
    PluginRecord rejected(RejectionCode code, String sentence) {
        Optional<Rejection> reason = Optional.of(new Rejection(code, sentence));
        return new PluginRecord(name, path, jars, module, version, provides, reason, notices);
    }

    /** SHA-256 of each archive in lower-case hexadecimal, by file name. Read from disk at each call. */
    public Map<String, String> sha256() {
        Map<String, String> sums = new LinkedHashMap<>();
        for (Path jar : jars) {
            sums.put(jar.getFileName().toString(), Checksum.sha256(jar));
        }
        return sums;
    }
}
