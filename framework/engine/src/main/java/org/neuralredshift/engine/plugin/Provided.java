package org.neuralredshift.engine.plugin;

import java.util.List;
import org.neuralredshift.api.Extension;

/**
 * An extension and what it is called. A plugin is asked for the id once, where it is created and its time is limited: code of
 * a plugin that nobody uses does not run again.
 *
 * @param kind of its service type
 * @param id as it was when it was created
 */
record Provided(ExtensionKind kind, String id, Extension extension) {
    /** An extension that comes from no plugin. */
    static Provided of(Extension extension) {
        return new Provided(ExtensionKind.of(extension), extension.id(), extension);
    }

    /** Kind and id, as in {@code metric/fourier}. */
    String name() {
        return kind.word() + "/" + id;
    }

    /** Kind and id of each. */
    static List<String> names(List<Provided> all) {
        return all.stream().map(Provided::name).toList();
    }
}
