package org.neuralredshift.engine.plugin;

import java.util.Arrays;
import java.util.Optional;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Task;

/** The kinds of extension, one for each service type of the API. */
public enum ExtensionKind {
    /** Scalar functions between layers. */
    ACTIVATION("activation", "activations", Activation.class),
    /** Parts of a network. */
    LAYER("layer", "layers", Layer.class),
    /** Measures of complexity. */
    METRIC("metric", "metrics", Metric.class),
    /** What networks learn. */
    DATASET("dataset", "datasets", Dataset.class),
    /** What is done with each network. */
    TASK("task", "tasks", Task.class),
    /** What runs a tensor program. */
    BACKEND("backend", "backends", Backend.class);

    private final String word;
    private final String plural;
    private final Class<? extends Extension> type;

    ExtensionKind(String word, String plural, Class<? extends Extension> type) {
        this.word = word;
        this.plural = plural;
        this.type = type;
    }

    /** As in {@code nrs describe metric/fourier} and in parameter schemas. */
    public String word() {
        return word;
    }

    /** As in {@code nrs list metrics}. */
    public String plural() {
        return plural;
    }

    /** The service type. */
    public Class<? extends Extension> type() {
        return type;
    }

    /** The kind of that word, singular or plural. */
    public static Optional<ExtensionKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word) || kind.plural.equals(word))
                .findFirst();
    }

    /** Kind and id of an extension, as in {@code metric/fourier}. */
    public static String name(Extension extension) {
        return of(extension).word + "/" + extension.id();
    }

    /** The kind of an extension. */
    public static ExtensionKind of(Extension extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(extension.getClass() + " has no service type"));
    }

    /** The kind of a service type. */
    public static ExtensionKind of(Class<? extends Extension> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is no service type"));
    }
}
