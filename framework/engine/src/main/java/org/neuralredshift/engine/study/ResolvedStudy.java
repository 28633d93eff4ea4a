package org.neuralredshift.engine.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.task.Task;

/**
 * A study together with the plugins that it names.
 *
 * @param study the data
 * @param task the plugin of its task
 * @param metrics the plugins of its metrics, in order
 * @param origins for each parameter of the task who chose its values
 * @param notices sentences that name the figures and claims of the file which the command line left without networks
 */
public record ResolvedStudy(
        Study study,
        Task task,
        List<MetricSelection> metrics,
        Map<String, ParameterOrigin> origins,
        List<String> notices) {
    public ResolvedStudy {
        metrics = List.copyOf(metrics);
        notices = List.copyOf(notices);
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }
}
