package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.compute.Backend;
import org.neuralredshift.api.metric.MetricSelection;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.engine.plugin.Catalog;
import org.neuralredshift.engine.plugin.ExtensionKind;
import org.neuralredshift.engine.plugin.PluginRecord;
import org.neuralredshift.engine.plugin.Selections;
import org.neuralredshift.engine.study.ParameterOrigin;
import org.neuralredshift.engine.study.Plan;

/**
 * Where the numbers of a run come from: versions, plugins with checksums, and every parameter with its origin.
 *
 * <p>{@code {study, seed, seeds, task, backend, fallback if one was named, measured-on, parameters: [{name, values, origin, default, unit,
 * help}], metrics: [...], quantities: [{name, unit, help}] if the task has any,
 * extensions: {"activation/relu": revision}, runs: [{started, finished, ...}]}}. Only {@code runs} tells times and machines;
 * {@code seeds} is how many, a range or a list, as in studies.
 */
public final class Provenance {
    /** The member that names the backend that takes over. */
    public static final String FALLBACK = "fallback";

    /** The member that names where metrics measure. */
    public static final String MEASURED_ON = "measured-on";

    private Provenance() {}

    /**
     * Everything that decides the rows, the same for every run of a study.
     *
     * @param backends the chosen one, and the one that takes over when that cannot compute, if any
     * @param measuredOn where metrics measure
     */
    public static ObjectNode of(Plan plan, Catalog catalog, List<Backend> backends, MeasuredOn measuredOn) {
        ObjectNode node = Json.object();
        node.put("study", plan.study().name());
        node.put("seed", plan.study().seed());
        if (plan.study().writtenSeeds() instanceof List<?>) {
            plan.study().seeds().forEach(node.putArray("seeds")::add);
        } else {
            node.putPOJO("seeds", plan.study().writtenSeeds());
        }
        node.put("task", plan.resolved().task().id());
        node.put("backend", backends.getFirst().id());
        backends.stream().skip(1).forEach(backend -> node.put(FALLBACK, backend.id()));
        node.put(MEASURED_ON, measuredOn.id());
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : plan.resolved().task().parameters().parameters()) {
            ObjectNode entry = parameters.addObject();
            entry.put("name", parameter.name());
            ArrayNode values = entry.putArray("values");
            plan.study().values(parameter.name()).forEach(values::addPOJO);
            entry.put(
                    "origin",
                    plan.resolved()
                            .origins()
                            .getOrDefault(parameter.name(), ParameterOrigin.SET)
                            .id());
            entry.putPOJO("default", parameter.initial());
            entry.put("unit", parameter.unit());
            entry.put("help", parameter.help());
        }
        ArrayNode metrics = node.putArray("metrics");
        plan.resolved().metrics().forEach(metric -> describe(metric, metrics.addObject()));
        List<Quantity> quantities = plan.study().measured().quantities();
        if (!quantities.isEmpty()) {
            ArrayNode entries = node.putArray("quantities");
            quantities.forEach(quantity -> entries.addObject()
                    .put("name", quantity.name())
                    .put("unit", quantity.unit())
                    .put("help", quantity.help()));
        }
        ObjectNode revisions = node.putObject("extensions");
        used(plan, catalog, backends).forEach(e -> revisions.put(ExtensionKind.name(e), e.revision()));
        return node;
    }

    /** The plugins that the study uses, with what it uses of them and the checksums of their archives. */
    public static ArrayNode plugins(Plan plan, Catalog catalog, List<Backend> backends) {
        Map<PluginRecord, List<String>> plugins = new LinkedHashMap<>();
        used(plan, catalog, backends)
                .forEach(e -> catalog.pluginOf(e)
                        .ifPresent(plugin -> plugins.computeIfAbsent(plugin, p -> new ArrayList<>())
                                .add(ExtensionKind.name(e))));
        ArrayNode nodes = Json.object().arrayNode();
        plugins.forEach((plugin, extensions) -> {
            ObjectNode node = nodes.addObject();
            node.put("name", plugin.name());
            node.put("module", plugin.module());
            node.put("version", plugin.version());
            extensions.forEach(node.putArray("extensions")::add);
            plugin.sha256().forEach(node.putObject("sha256")::put);
        });
        return nodes;
    }

    /**
     * The first thing that decides the rows and is not the same in both; empty if there is none. A backend that takes over may be
     * named where there was none yet, for no row is of it.
     */
    public static Optional<String> difference(ObjectNode there, ObjectNode here) {
        String left = there.path("backend").asText();
        String right = here.path("backend").asText();
        if (!left.equals(right)) {
            return Optional.of("the backend (" + left + " there, " + right + " here)");
        }
        String takesOver = here.path(FALLBACK).asText("none");
        if (there.has(FALLBACK) && !there.path(FALLBACK).asText().equals(takesOver)) {
            return Optional.of("the fallback (" + there.path(FALLBACK).asText() + " there, " + takesOver + " here)");
        }
        String before = there.path(MEASURED_ON).asText(MeasuredOn.HOST.id());
        String now = here.path(MEASURED_ON).asText(MeasuredOn.HOST.id());
        if (!before.equals(now)) {
            return Optional.of("where metrics measure (on the " + before + " there, on the " + now
                    + " here: --measure-on " + before + ")");
        }
        List<String> names = new ArrayList<>();
        here.path("extensions").fieldNames().forEachRemaining(names::add);
        if (!there.has(FALLBACK)) {
            names.remove(ExtensionKind.BACKEND.word() + "/" + takesOver);
        }
        return names.stream()
                .filter(name -> !there.path("extensions")
                        .path(name)
                        .equals(here.path("extensions").path(name)))
                .findFirst()
                .map(name -> "the revision of " + name + " ("
                        + there.path("extensions").path(name).asText("none") + " there, "
                        + here.path("extensions").path(name).asText() + " here)");
    }

    /**
     * The first plugin whose archives are not those of an earlier run, named with both checksums; empty if there is none.
     *
     * @param there entries of {@code runs}
     * @param here what {@link #plugins} gives now
     */
    public static Optional<String> difference(ArrayNode there, ArrayNode here) {
        for (JsonNode run : there) {
            Map<String, String> before = checksums(run.path("plugins"));
            Map<String, String> now = checksums(here);
            Set<String> names = new TreeSet<>(before.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                String left = before.getOrDefault(name, "none");
                String right = now.getOrDefault(name, "none");
                if (!left.equals(right)) {
                    return Optional.of(
                            "the archives of the plugin " + name + " (SHA-256 " + left + " there, " + right + " here)");
                }
            }
        }
        return Optional.empty();
    }

    /** The checksums of the archives by the name of the plugin; names of archives do not matter. */
    private static Map<String, String> checksums(JsonNode plugins) {
        Map<String, String> sums = new TreeMap<>();
        for (JsonNode plugin : plugins) {
            sums.put(
                    plugin.path("name").asText(),
                    plugin.path("sha256")
                            .valueStream()
                            .map(JsonNode::asText)
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return sums;
    }

    private static void describe(MetricSelection metric, ObjectNode node) {
        node.put("label", metric.label());
        node.put("name", metric.name());
        node.put("variant", metric.variant());
        node.put("revision", metric.revision());
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : metric.metric().parameters().parameters()) {
            Object value = metric.parameters().get(parameter.name());
            ObjectNode entry = parameters.addObject();
            entry.put("name", parameter.name());
            entry.putPOJO("value", value);
            ParameterOrigin standard =
                    parameter.origin() == Origin.PAPER ? ParameterOrigin.PAPER : ParameterOrigin.ASSUMED;
            entry.put("origin", (value.equals(parameter.initial()) ? standard : ParameterOrigin.SET).id());
        }
    }

    /** Every extension that a plan uses. */
    static Set<Extension> used(Plan plan, Catalog catalog, List<Backend> backends) {
        Set<Extension> used = new LinkedHashSet<>();
        used.add(plan.resolved().task());
        used.addAll(backends);
        plan.resolved().metrics().forEach(metric -> used.add(metric.metric()));
        Selections selections = new Selections(catalog);
        for (Parameter parameter : plan.resolved().task().parameters().parameters()) {
            Stream.concat(
                            plan.study().values(parameter.name()).stream(),
                            plan.study().nullModels().stream()
                                    .flatMap(model ->
                                            model.parameters().getOrDefault(parameter.name(), List.of()).stream()))
                    .forEach(value -> used.addAll(selections.extensions(parameter, value)));
        }
        return used;
    }
}
