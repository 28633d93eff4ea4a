package org.neuralredshift.engine.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.api.task.Task;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** Extensions by kind and id. Immutable. */
public final class Catalog implements Extensions {
    private final List<Provided> extensions;
    private final Map<Extension, PluginRecord> plugins;
    private final List<PluginRecord> unused;

    /** @param unused plugins that are not used, to tell whoever misses something of theirs */
    Catalog(Map<Extension, PluginRecord> providers, List<Provided> extensions, List<PluginRecord> unused) {
        this.unused = List.copyOf(unused);
        this.extensions = new ArrayList<>(extensions);
        this.extensions.sort(Comparator.comparing(Provided::kind).thenComparing(Provided::id));
        this.plugins = new IdentityHashMap<>(providers);
    }

    /** A catalog of extensions that come from no plugin. Kind and id of each must be unique. */
    public static Catalog of(Extension... extensions) {
        return new Catalog(Map.of(), Stream.of(extensions).map(Provided::of).toList(), List.of());
    }

    /** Every activation, by id. */
    public List<Activation> activations() {
        return all(Activation.class);
    }

    /** Every layer, by id. */
    public List<Layer> layers() {
        return all(Layer.class);
    }

    /** Every metric, by id. */
    public List<Metric> metrics() {
        return all(Metric.class);
    }

    /** Every dataset, by id. */
    public List<Dataset> datasets() {
        return all(Dataset.class);
    }

    /** Every task, by id. */
    public List<Task> tasks() {
        return all(Task.class);
    }

    /** Every backend, by id. */
    public List<Backend> backends() {
        return all(Backend.class);
    }

    /** Every extension of a service type, by id. */
    public <T extends Extension> List<T> all(Class<T> type) {
        return extensions.stream()
                .map(Provided::extension)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The ids of a service type, in order. */
    public List<String> ids(Class<? extends Extension> type) {
        return extensions.stream()
                .filter(provided -> type.isInstance(provided.extension()))
                .map(Provided::id)
                .toList();
    }

    /**
     * The extension of that type and id.
     *
     * @throws UserException naming the nearest id and all there are
     */
    public <T extends Extension> T find(Class<T> type, String id) {
        for (Provided provided : extensions) {
            if (type.isInstance(provided.extension()) && provided.id().equals(id)) {
                return type.cast(provided.extension());
            }
        }
        String word = ExtensionKind.of(type).word();
        throw new UserException(
                "There is no " + word + " " + id + ".",
                notLoaded(word, id).orElseGet(() -> Suggestions.hint(id, ids(type)) + doubts()));
    }

    @Override
    public Activation activation(String id) {
        return find(Activation.class, id);
    }

    @Override
    public Layer layer(String id) {
        return find(Layer.class, id);
    }

    @Override
    public Dataset dataset(String id) {
        return find(Dataset.class, id);
    }

    /** Why it is missing, if a plugin that is not used provides it, or is called like it. */
    private Optional<String> notLoaded(String kind, String id) {
        return unused.stream()
                .filter(plugin -> plugin.name().equals(id) || plugin.provides().contains(kind + "/" + id))
                .findFirst()
                .map(plugin -> "The plugin " + plugin.name() + " was not loaded ("
                        + plugin.rejection().map(Rejection::code).orElseThrow() + "): `nrs plugins why " + plugin.name()
                        + "` tells the reason and the next step.");
    }

    private String doubts() {
        return unused.isEmpty()
                ? ""
                : " Plugins that were not loaded: "
                        + unused.stream().map(PluginRecord::name).distinct().collect(Collectors.joining(", "))
                        + "; `nrs plugins why NAME` tells the reason.";
    }

    /** The plugin that an extension came from; empty for {@link #of}. */
    public Optional<PluginRecord> pluginOf(Extension extension) {
        return Optional.ofNullable(plugins.get(extension));
    }
}
