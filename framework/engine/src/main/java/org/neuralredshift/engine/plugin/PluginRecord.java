package org.neuralredshift.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One plugin that was found, used or not.
 *
 * @param name of its folder, or of its lone JAR without {@code .jar}
 * @param path of its folder or its lone JAR
 * @param folder the plugin folder that it lies in
 * @param jars its archives in order
 * @param module the module that provides the extensions, several joined by a comma; empty if there is none
 * @param version of that module; empty if it has none
 * @param offers kind and class of every provider that its archives name, as in {@code metric org.example.Range}
 * @param provides kind and id of every extension, as in {@code metric/fourier}; empty before it is bound
 * @param steps that it went, at least the first
 * @param rejection why it is not used; empty if it is
 * @param notices what else is worth knowing
 */
public record PluginRecord(
        String name,
        Path path,
        Path folder,
        List<PluginJar> jars,
        String module,
        String version,
        List<String> offers,
        List<String> provides,
        List<PluginStep> steps,
        Optional<Rejection> rejection,
        List<Notice> notices) {

    public PluginRecord {
        jars = List.copyOf(jars);
        offers = List.copyOf(offers);
        provides = List.copyOf(provides);
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
    }

    /** A plugin of which no more is known than where it lies. */
    static PluginRecord found(PluginFiles files) {
        List<PluginStep> steps = List.of(
                new PluginStep(PluginState.FOUND, files.path() + files.layout().words()));
        return new PluginRecord(
                files.name(),
                files.path(),
                files.folder(),
                files.jars(),
                "",
                "",
                List.of(),
                List.of(),
                steps,
                Optional.empty(),
                List.of());
    }

    /** Rejected, disabled, or the last step that it went. */
    public PluginState state() {
        return rejection
                .map(Rejection::code)
                .map(code -> code == RejectionCode.DISABLED ? PluginState.DISABLED : PluginState.REJECTED)
                .orElse(steps.getLast().state());
    }

    /** The same plugin one step further. */
    PluginRecord step(PluginState state, String detail) {
        List<PluginStep> more = new ArrayList<>(steps);
        more.add(new PluginStep(state, detail));
        return new PluginRecord(name, path, folder, jars, module, version, offers, provides, more, rejection, notices);
    }

    /** The same plugin with archives that were checked. */
    PluginRecord verified(List<PluginJar> checked, String detail) {
        return new PluginRecord(
                        name, path, folder, checked, module, version, offers, provides, steps, rejection, notices)
                .step(PluginState.VERIFIED, detail);
    }

    /** The same plugin with what its archives say. */
    PluginRecord resolved(ResolvedPlugin plugin) {
        return new PluginRecord(
                        name,
                        path,
                        folder,
                        jars,
                        plugin.module(),
                        plugin.version(),
                        plugin.offers(),
                        provides,
                        steps,
                        rejection,
                        plugin.notices())
                .step(PluginState.RESOLVED, plugin.detail());
    }

    /** The same plugin with one more thing that is worth knowing. */
    PluginRecord notice(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new PluginRecord(name, path, folder, jars, module, version, offers, provides, steps, rejection, more);
    }

    /** The same plugin with the names of its extensions. */
    PluginRecord bound(List<String> extensions) {
        return new PluginRecord(
                        name, path, folder, jars, module, version, offers, extensions, steps, rejection, notices)
                .step(PluginState.BOUND, String.join(", ", offers));
    }

    /** The same plugin in the catalog. */
    PluginRecord ready(List<String> used) {
        List<String> left =
                provides.stream().filter(name -> !used.contains(name)).toList();
        return step(
                PluginState.READY,
                String.join(", ", used) + (left.isEmpty() ? "" : "; disabled: " + String.join(", ", left)));
    }

    /** The same plugin, disabled; the command that would enable it. */
    PluginRecord disabled(String remedy) {
        return rejected(RejectionCode.DISABLED, "You disabled it. To load it again: " + remedy);
    }

    /** The same plugin, rejected. */
    PluginRecord rejected(RejectionCode code, String sentence) {
        Optional<Rejection> reason = Optional.of(new Rejection(code, sentence));
        return new PluginRecord(name, path, folder, jars, module, version, offers, provides, steps, reason, notices);
    }

    /** SHA-256 of what is loaded of each archive in lower-case hexadecimal, by file name. */
    public Map<String, String> sha256() {
        Map<String, String> sums = new LinkedHashMap<>();
        jars.forEach(jar -> sums.put(jar.fileName(), jar.sha256()));
        return sums;
    }
}
