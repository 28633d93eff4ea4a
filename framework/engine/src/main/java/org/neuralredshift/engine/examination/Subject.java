package org.neuralredshift.engine.examination;

import java.time.Duration;
import java.util.List;
import org.neuralredshift.api.Extension;
import org.neuralredshift.engine.plugin.LonePlugin;

/**
 * What is examined.
 *
 * @param plugin that is ready
 * @param others what else is installed: backends to agree with, activations and layers for tasks
 * @param limit how long one check may take
 */
public record Subject(LonePlugin plugin, List<Extension> others, Duration limit) {
    public Subject {
        others = List.copyOf(others);
    }
}
