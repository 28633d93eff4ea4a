package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.task.Quantity;
import org.neuralredshift.api.task.Stages;

/**
 * What the task of a study measures beside metrics, and when. A run writes it to its folder, so that figures and claims can be
 * read there without any plugin.
 *
 * @param quantities of the task
 * @param stages in order; {@code final} among them
 */
public record Measured(List<Quantity> quantities, List<String> stages) {
    /** Nothing beside metrics, at one moment. */
    public static final Measured ONCE = new Measured(List.of(), List.of(Stages.FINAL));

    private static final String STAGES = "stages";
    private static final String QUANTITIES = "quantities";
    private static final String HELP = "A run writes it; remove it: the task says what it measures.";

    public Measured {
        quantities = List.copyOf(quantities);
        stages = List.copyOf(stages);
    }

    /** The unit of a quantity; empty for none, and for metrics. */
    public String unit(String name) {
        return quantities.stream()
                .filter(quantity -> quantity.name().equals(name))
                .map(Quantity::unit)
                .findFirst()
                .orElse("");
    }

    /** The names of the quantities. */
    Stream<String> names() {
        return quantities.stream().map(Quantity::name);
    }

    /** As a study file has it. */
    Map<String, Object> plain() {
        Map<String, Object> units = new LinkedHashMap<>();
        quantities.forEach(quantity -> units.put(quantity.name(), quantity.unit()));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(STAGES, stages);
        plain.put(QUANTITIES, units);
        return plain;
    }

    /** What a run wrote; once if it wrote nothing. */
    static Measured read(@Nullable YamlNode node) {
        if (node == null) {
            return ONCE;
        }
        YamlNode.Mapping mapping = node.mapping(HELP);
        mapping.allow(List.of(STAGES, QUANTITIES), "what is measured");
        if (!(mapping.require(STAGES, HELP) instanceof YamlNode.Sequence stages)) {
            throw mapping.at(STAGES).mistake("must be a list", HELP);
        }
        List<Quantity> quantities = mapping.require(QUANTITIES, HELP).mapping(HELP).entries().entrySet().stream()
                .map(entry -> new Quantity(entry.getKey(), Scalars.text(entry.getValue()), ""))
                .toList();
        return new Measured(
                quantities, stages.items().stream().map(Scalars::text).toList());
    }

    /** Refuses a node that says otherwise than this. */
    void requireSame(@Nullable YamlNode node) {
        if (node != null && !read(node).plain().equals(plain())) {
            throw node.mistake("is not what the task measures", HELP);
        }
    }
}
