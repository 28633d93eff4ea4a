package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuralredshift.api.parameter.Selection;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.Suggestions;

/**
 * What the figures and the claims of a study may name: its parameters, the values that its networks have, its metrics and
 * the quantities of its task.
 *
 * @param study without figures and claims
 * @param narrowed whether the command line chose some of the cells
 * @param reader of what a node gives to a parameter
 */
record Vocabulary(Study study, boolean narrowed, Reader reader) {
    private static final double ROUNDING = 1e-9;
    private static final int MOST_LISTED = 20;
    private static final char AT = '@';

    /** Reads what a node gives to a parameter of the study. */
    @FunctionalInterface
    interface Reader {
        List<Object> read(String parameter, YamlNode node);
    }

    /** The parameter that a node names. */
    String parameter(YamlNode node) {
        String name = Scalars.text(node);
        if (!study.parameters().containsKey(name)) {
            throw node.mistake("is " + name + ", which is no parameter of the task " + study.task(), parameters(name));
        }
        return name;
    }

    private String parameters(String misspelt) {
        return Suggestions.hint(misspelt, study.parameters().keySet());
    }

    /** The label of a metric or a quantity that a node names, with the stage if it is not the last. */
    String measure(YamlNode node) {
        return measure(node, Scalars.text(node));
    }

    /** A label that a node names by this text. */
    String measure(YamlNode node, String name) {
        int at = name.lastIndexOf(AT);
        String bare = at < 0 ? name : name.substring(0, at);
        List<String> known = study.measures();
        if (!known.contains(bare)) {
            String what = known.size() == study.metrics().size() ? "no metric" : "neither a metric nor a quantity";
            throw node.mistake("is " + name + ", which is " + what + " of this study", Suggestions.hint(bare, known));
        }
        return at < 0 ? bare : Stages.label(bare, stage(node, name.substring(at + 1)));
    }

    /** A stage that a node names. */
    String stage(YamlNode node) {
        return stage(node, Scalars.text(node));
    }

    private String stage(YamlNode node, String stage) {
        List<String> stages = study.measured().stages();
        if (!stages.contains(stage)) {
            throw node.mistake(
                    "asks for the stage " + stage + ", at which nothing is measured", Suggestions.hint(stage, stages));
        }
        return stage;
    }

    /** The null model that a node names. */
    Study.NullModel nullModel(YamlNode node) {
        String name = Scalars.text(node);
        return study.nullModels().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AbsentCellsException(node.mistake(
                        "is " + name + ", which is no null model of the study",
                        Suggestions.hint(
                                name,
                                study.nullModels().stream()
                                        .map(Study.NullModel::name)
                                        .toList()))));
    }

    /** Values by parameter, in the order of the task's parameters, each as the networks have it. */
    Map<String, List<Object>> where(YamlNode.Mapping node) {
        node.entries().forEach((name, value) -> {
            if (!study.parameters().containsKey(name)) {
                throw value.mistake("is no parameter of the task " + study.task(), parameters(name));
            }
        });
        Map<String, List<Object>> where = new LinkedHashMap<>();
        for (String name : study.parameters().keySet()) {
            if (node.entries().get(name) instanceof YamlNode value) {
                where.put(name, values(name, value));
            }
        }
        return where;
    }

    /**
     * The values that a node gives to a parameter, each as the networks have it.
     *
     * @throws AbsentCellsException for one that no network has
     */
    List<Object> values(String parameter, YamlNode node) {
        return reader.read(parameter, node).stream()
                .map(value -> value(parameter, value, node))
                .toList();
    }

    /**
     * The one value that a node gives to a parameter, as the networks have it.
     *
     * @throws AbsentCellsException if no network has it
     */
    Object value(String parameter, YamlNode node) {
        List<Object> given = reader.read(parameter, node);
        if (given.size() != 1) {
            throw node.mistake("must be a single value", null);
        }
        return value(parameter, given.getFirst(), node);
    }

    private Object value(String parameter, Object value, YamlNode node) {
        return study.values(parameter).stream()
                .filter(own -> isSame(own, value))
                .findFirst()
                .orElseThrow(() -> new AbsentCellsException(node.mistake(
                        "is " + Selection.plain(value) + ", which no network of the study has",
                        valuesOf(parameter, value))));
    }

    /** Equal, but for the rounding of spaced numbers. */
    private static boolean isSame(Object own, Object value) {
        return own instanceof Number a && value instanceof Number b
                ? Math.abs(a.doubleValue() - b.doubleValue()) <= ROUNDING * Math.abs(b.doubleValue())
                : own.equals(value);
    }

    private String valuesOf(String parameter, Object missed) {
        List<Object> own = study.values(parameter);
        Stream<String> listed = own.stream().limit(MOST_LISTED).map(Selection::plain);
        if (missed instanceof String word) {
            return Suggestions.hint(word, listed.toList());
        }
        String more = own.size() > MOST_LISTED ? ", ... (" + own.size() + " values)" : "";
        return listed.collect(Collectors.joining(", ", "There is: ", more + "."));
    }

    /**
     * Checks that some network has one of the values for each of these parameters.
     *
     * @param node that asks for it
     * @throws AbsentCellsException if none has
     */
    void requireCells(YamlNode node, Map<String, List<Object>> wanted) {
        if (!study.space().meets(wanted)) {
            String words = wanted.entrySet().stream()
                    .map(entry -> entry.getKey() + " "
                            + entry.getValue().stream().map(Selection::plain).collect(Collectors.joining(" or ")))
                    .collect(Collectors.joining(", "));
            throw new AbsentCellsException(node.mistake(
                    "asks for networks with " + words + ", but no network of the study has all of that",
                    "Each is in some sweep, but not together: add a sweep, or ask for less."));
        }
    }

    /**
     * Whether some parameter has a value of that text, or it is the label of a metric or quantity; one must, unless the command
     * line chose the values.
     */
    boolean hasValue(YamlNode node, String text) {
        List<String> known = Stream.concat(
                        study.parameters().keySet().stream().flatMap(name -> study.values(name).stream()),
                        study.measures().stream()
                                .flatMap(measure ->
                                        study.measured().stages().stream().map(stage -> Stages.label(measure, stage))))
                .map(Object::toString)
                .distinct()
                .toList();
        if (!narrowed && !known.contains(text)) {
            throw node.mistake(
                    "names the value " + text + ", which no network of the study has",
                    Suggestions.nearest(text, known)
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("Write value: name, as in {fourier-lattice: unbiased model}."));
        }
        return known.contains(text);
    }
}
