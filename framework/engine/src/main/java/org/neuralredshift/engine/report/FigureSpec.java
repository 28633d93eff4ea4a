package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;

/**
 * A figure that a study asks for.
 *
 * @param kind what to draw
 * @param metric label; empty for pictures alone
 * @param panel the parameter that panels differ in; empty for one panel
 * @param x the parameter along the bottom
 * @param y the parameter along the left, or that lines differ in; empty for none
 * @param pictures whether the functions stand beside the heat map
 * @param title above the figure; empty for one made of the names
 */
record FigureSpec(Kind kind, String metric, String panel, String x, String y, boolean pictures, String title) {
    /** Kinds of figures, named as in study files. */
    enum Kind {
        HEATMAP,
        PICTURES,
        LINES;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> KEYS = List.of("kind", "metric", "panel", "x", "y", "pictures", "title");

    /**
     * Reads an entry of a study's figures.
     *
     * @throws UserException if it cannot be drawn
     */
    static FigureSpec read(Map<String, Object> entry, Study study) {
        for (String key : entry.keySet()) {
            if (!KEYS.contains(key)) {
                throw new UserException("A figure has the unknown key " + key + ".", Suggestions.hint(key, KEYS));
            }
        }
        Kind kind = kind(text(entry, "kind", Kind.HEATMAP.id()));
        String metric = text(entry, "metric", kind == Kind.PICTURES ? "" : first(study.metrics()));
        if (!metric.isEmpty() && !study.metrics().contains(metric)) {
            throw new UserException(
                    "A figure shows the metric " + metric + ", which the study does not measure.",
                    Suggestions.hint(metric, study.metrics()));
        }
        List<String> free = new ArrayList<>(study.swept());
        String panel = parameter(entry, "panel", study, take(free, "activation", false));
        free.remove(panel);
        String x = parameter(entry, "x", study, take(free, "magnitude", true));
        free.remove(x);
        String y = parameter(entry, "y", study, take(free, "depth", true));
        if (x.isEmpty()) {
            throw new UserException(
                    "A figure has nothing to draw along its x axis: the study sweeps no number.",
                    "Give a parameter several values, as magnitude: logspace(0.1, 100, 15).");
        }
        if (kind == Kind.LINES && !isNumeric(study, x)) {
            throw new UserException(
                    "A figure draws lines over " + x + ", which is no number.", "Take kind: heatmap, or another x.");
        }
        boolean pictures = kind == Kind.PICTURES || Boolean.TRUE.equals(entry.get("pictures"));
        return new FigureSpec(kind, metric, panel, x, y, pictures, text(entry, "title", ""));
    }

    /** What to draw for a study that asks for nothing: each metric, over what it sweeps. */
    static List<FigureSpec> defaults(Study study) {
        List<String> numbers =
                study.swept().stream().filter(name -> isNumeric(study, name)).toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        Kind kind = numbers.size() > 1 ? Kind.HEATMAP : Kind.LINES;
        return study.metrics().stream()
                .map(metric -> read(
                        Map.of(
                                "kind",
                                kind.id(),
                                "metric",
                                metric,
                                "pictures",
                                study.keepSamples() > 0 && metric.equals(first(study.metrics()))),
                        study))
                .toList();
    }

    private static Kind kind(String word) {
        List<String> known = Arrays.stream(Kind.values()).map(Kind::id).toList();
        if (!known.contains(word)) {
            throw new UserException("A figure is of the unknown kind " + word + ".", Suggestions.hint(word, known));
        }
        return Kind.values()[known.indexOf(word)];
    }

    private static String parameter(Map<String, Object> entry, String key, Study study, Optional<String> otherwise) {
        String name = text(entry, key, otherwise.orElse(""));
        if (!name.isEmpty() && !study.parameters().containsKey(name)) {
            throw new UserException(
                    "A figure has the " + key + " " + name + ", which is no parameter of the study.",
                    Suggestions.hint(name, List.copyOf(study.parameters().keySet())));
        }
        return name;
    }

    private static Optional<String> take(List<String> free, String preferred, boolean any) {
        return free.contains(preferred)
                ? Optional.of(preferred)
                : any ? free.stream().findFirst() : Optional.empty();
    }

    static boolean isNumeric(Study study, String parameter) {
        return study.values(parameter).stream().allMatch(Number.class::isInstance);
    }

    private static String text(Map<String, Object> entry, String key, String otherwise) {
        Object value = entry.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static String first(List<String> labels) {
        return labels.isEmpty() ? "" : labels.getFirst();
    }
}
