package org.neuralredshift.engine.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.task.Stages;

/** Reads the figures of a study: that each can be drawn is checked here, before anything is computed. */
final class FigureReader {
    private static final String HELP = "Write - {kind: heatmap, ...}, or leave figures out with --set figures=[].";
    private static final String WHERE = "Write where: {depth: 3}.";
    private static final String NAMES = "Write names: {fourier-lattice: unbiased model}.";
    private static final String STACK = "Write stack: [fourier, [train-accuracy, test-accuracy]].";
    private static final List<String> SUBJECTS = List.of("metric", "metrics", "stack");
    /** The parameter that says where the last stage lies. */
    private static final String STEPS = "steps";

    private static final List<String> OF_ALL = List.of("kind", "where", "names", "title");

    private final Vocabulary vocabulary;

    FigureReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Entries read(@Nullable YamlNode node) {
        return Entries.read(node, vocabulary.narrowed(), HELP, this::figure);
    }

    private Map<String, Object> figure(YamlNode.Mapping node) {
        FigureSpec.Kind kind = kind(node.require("kind", HELP));
        node.allow(Stream.concat(OF_ALL.stream(), kind.keys().stream()).toList(), "a figure of kind " + kind.id());
        Map<String, Object> figure = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> figure.put(key, value(kind, key, value)));
        requireOneSubject(node);
        requireDrawable(node, FigureSpec.read(figure, vocabulary.study()));
        return figure;
    }

    private static FigureSpec.Kind kind(YamlNode node) {
        List<FigureSpec.Kind> kinds = Arrays.asList(FigureSpec.Kind.values());
        List<String> ids = kinds.stream().map(FigureSpec.Kind::id).toList();
        return kinds.get(ids.indexOf(Scalars.choice(node, ids)));
    }

    private Object value(FigureSpec.Kind kind, String key, YamlNode value) {
        if (kind == FigureSpec.Kind.POINTS && (key.equals("x") || key.equals("y"))) {
            return vocabulary.measure(value);
        }
        return switch (key) {
            case "metric" -> vocabulary.measure(value);
            case "metrics" -> items(value).stream().map(vocabulary::measure).toList();
            case "stack" -> stack(value);
            case "fit" -> fit(value);
            case "x" -> x(kind, value);
            case "panel", "y", "lines", "colour" ->
                items(value).stream().map(vocabulary::parameter).toList();
            case "pictures" -> Scalars.flag(value);
            case "where" -> where(value.mapping(WHERE));
            case "names" -> names(value.mapping(NAMES));
            default -> Scalars.text(value);
        };
    }

    private List<List<String>> stack(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence rows) || rows.items().size() < 2) {
            throw node.mistake("must be a list of two rows or more", STACK);
        }
        return rows.items().stream()
                .map(row -> items(row).stream().map(vocabulary::measure).toList())
                .toList();
    }

    private Object fit(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping some)) {
            return Scalars.choice(node, List.of(FigureSpec.QUADRATIC));
        }
        Map<String, Object> fits = new LinkedHashMap<>();
        some.keys()
                .keySet()
                .forEach(label -> fits.put(
                        vocabulary.measure(some.at(label), label),
                        Scalars.choice(some.at(label), List.of(FigureSpec.QUADRATIC))));
        return fits;
    }

    private String x(FigureSpec.Kind kind, YamlNode node) {
        if (!Scalars.text(node).equals(FigureSpec.STAGE)) {
            return vocabulary.parameter(node);
        }
        List<String> stages = vocabulary.study().measured().stages();
        if (stages.size() < 2) {
            throw node.mistake(
                    "is " + FigureSpec.STAGE + ", but the task "
                            + vocabulary.study().task() + " measures once",
                    "Take a parameter, or measure at more stages.");
        }
        if (kind == FigureSpec.Kind.LINES && !vocabulary.study().parameters().containsKey(STEPS)) {
            throw node.mistake(
                    "is " + FigureSpec.STAGE + ", but the task "
                            + vocabulary.study().task() + " has no parameter " + STEPS
                            + " that tells where the last stage lies",
                    "Take kind: pictures, or another x.");
        }
        if (kind == FigureSpec.Kind.LINES) {
            requireSteps(node, stages);
        }
        if (kind == FigureSpec.Kind.HEATMAP) {
            throw node.mistake(
                    "is " + FigureSpec.STAGE + ", which heat maps do not have", "Take kind: lines or pictures.");
        }
        return FigureSpec.STAGE;
    }

    /** Lines lie over numbers of steps. */
    private static void requireSteps(YamlNode node, List<String> stages) {
        Set<String> ends = Set.of(Stages.INITIAL, Stages.FINAL);
        stages.stream()
                .filter(stage -> !ends.contains(stage) && !Stages.isSteps(stage))
                .findFirst()
                .ifPresent(stage -> {
                    throw node.mistake(
                            "is " + FigureSpec.STAGE + ", but the stage " + stage + " is no number of steps",
                            "Take kind: pictures, or another x.");
                });
    }

    private static void requireOneSubject(YamlNode.Mapping node) {
        List<String> subjects =
                SUBJECTS.stream().filter(node.entries()::containsKey).toList();
        if (subjects.size() > 1) {
            throw node.at(subjects.getLast())
                    .mistake("stands beside " + subjects.getFirst(), "Say what is drawn with one of the two.");
        }
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    }

    private Map<String, List<Object>> where(YamlNode.Mapping node) {
        Map<String, List<Object>> where = vocabulary.where(node);
        vocabulary.requireCells(node, where);
        return where;
    }

    private Map<String, String> names(YamlNode.Mapping node) {
        Map<String, String> names = new LinkedHashMap<>();
        node.entries().forEach((value, name) -> {
            String text = Scalars.text(name);
            if (vocabulary.hasValue(name, value)) {
                names.put(value, text);
            }
        });
        return names;
    }

    private void requireDrawable(YamlNode.Mapping node, FigureSpec spec) {
        if (spec.kind() == FigureSpec.Kind.POINTS) {
            for (String axis : List.of("x", "y")) {
                node.require(axis, "Write for instance x: fourier, y: lz78.");
            }
            return;
        }
        if (spec.isOverStages()) {
            spec.metrics().stream()
                    .filter(label -> label.indexOf('@') >= 0)
                    .findFirst()
                    .ifPresent(label -> {
                        throw node.mistake(
                                "shows " + label + " over all stages",
                                "Write " + label.substring(0, label.indexOf('@')) + ", or another x.");
                    });
            return;
        }
        if (spec.kind() == FigureSpec.Kind.SCATTER) {
            if (spec.metrics().size() < 2) {
                throw node.mistake(
                        "shows metrics against one another, and here is one alone",
                        "Let the study measure several, as metrics: [fourier, lz78].");
            }
            return;
        }
        if (spec.x().isEmpty()) {
            throw new AbsentCellsException(node.mistake(
                    "has nothing to draw along its x axis: the study sweeps no further parameter",
                    "Give a parameter several values, as magnitude: logspace(0.1, 100, 15)."));
        }
        if (spec.kind() == FigureSpec.Kind.LINES && !FigureSpec.isNumeric(vocabulary.study(), spec.x())) {
            throw node.at("x")
                    .mistake(
                            "draws lines over " + spec.x() + ", which is no number",
                            "Take kind: heatmap, or another x.");
        }
        if (spec.kind() != FigureSpec.Kind.LINES && spec.ys().size() > 1) {
            String ys = String.join(", ", spec.ys());
            throw node.at("y")
                    .mistake(
                            "is " + ys + ", but a figure of kind " + spec.kind().id()
                                    + " has one parameter along its y axis",
                            "Take one, and let the panels differ in the others, as panel: [" + ys + "].");
        }
    }
}
