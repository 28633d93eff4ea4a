package org.neuralredshift.examiner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Extension;
import org.neuralredshift.engine.examination.Subject;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.LonePlugin;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.PluginState;
import org.neuralredshift.engine.plugin.PluginStep;

/** Plugins of the class path that are made here. */
final class Made {
    private Made() {}

    /** A plugin with one extension. */
    static Subject plugin(Extension extension, Duration limit) {
        List<Extension> extensions = List.of(extension);
        LonePlugin plugin = new LonePlugin(record(ExtensionKind.name(extension)), () -> extensions, layer -> {});
        return new Subject(plugin, List.of(), limit);
    }

    /** The examination of an extension that is never made. */
    static Examination examination(String name) {
        LonePlugin plugin = new LonePlugin(record(name), List::of, layer -> {});
        Duration limit = Duration.ofSeconds(60);
        return new Examination(name, new Subject(plugin, List.of(), limit), Declaration.NONE, new Patience(limit));
    }

    private static PluginRecord record(String name) {
        return new PluginRecord(
                "made",
                Path.of("made"),
                Path.of("."),
                List.of(),
                "",
                "",
                List.of(),
                List.of(name),
                List.of(new PluginStep(PluginState.READY, "")),
                Optional.empty(),
                List.of());
    }
}
