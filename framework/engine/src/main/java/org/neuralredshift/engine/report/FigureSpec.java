package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.engine.UserException;
import org.neuralredshift.engine.study.Study;

/**
 * A figure that a study asks for.
 *
 * @param kind what to draw
 * @param metrics labels; one for heat maps and lines, none for pictures alone
 * @param panels the parameters that panels differ in; empty for one panel
 * @param x the parameter along the bottom; empty for none
 * @param ys the parameters along the left, or that lines differ in, or that colours stand for; empty for none
 * @param pictures whether the functions stand beside the heat map
 * @param where values that cells must have to be shown, by parameter; those of others do not matter
 * @param names what a panel or line is called that has this value
 * @param title above the figure; empty for one made of the names
 */
record FigureSpec(
        Kind kind,
        List<String> metrics,
        List<String> panels,
        String x,
        List<String> ys,
        boolean pictures,
        Map<String, List<Object>> where,
        Map<String, String> names,
        String title) {
    /** Kinds of figures, named as in study files. */
    enum Kind {
        HEATMAP,
        PICTURES,
        LINES,
        SCATTER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The first metric; empty if there is none. */
    String metric() {
        return metrics.isEmpty() ? "" : metrics.getFirst();
    }

    /** The parameters that panels differ in, in words. */
    String panel() {
        return String.join(", ", panels);
    }

    /** The parameters along the left or of lines, in words. */
    String y() {
        return String.join(", ", ys);
    }

    /** Whether the figure shows cells with these parameters. */
    boolean shows(Map<String, Object> parameters) {
        return where.entrySet().stream().allMatch(entry -> {
            Object value = parameters.get(entry.getKey());
            return value != null && entry.getValue().stream().anyMatch(wanted -> FigureEntry.isSame(wanted, value));
        });
    }

    /**
     * Reads an entry of a study's figures.
     *
     * @throws UserException if it cannot be drawn
     */
    static FigureSpec read(Map<String, Object> map, Study study) {
        FigureEntry entry = new FigureEntry(map, study);
        Kind kind =
                entry.choice("kind", Kind.HEATMAP, Arrays.stream(Kind.values()).toList(), Kind::id);
        List<String> metrics = switch (kind) {
            case SCATTER -> entry.metrics("metrics", study.metrics());
            case PICTURES -> List.of();
            case HEATMAP, LINES ->
                entry.metrics("metric", study.metrics().stream().limit(1).toList());
        };
        List<String> free = new ArrayList<>(study.swept());
        List<String> panels = List.of();
        String x = "";
        List<String> ys;
        if (kind == Kind.SCATTER) {
            ys = entry.parameters("colour", take(free, "activation"));
        } else {
            free.removeAll(entry.parameters("y"));
            free.removeAll(entry.parameters("lines"));
            free.remove(entry.text("x"));
            panels = entry.parameters("panel", take(free, "activation"));
            free.removeAll(panels);
            x = entry.parameter("x", takeNumber(free, study));
            free.remove(x);
            String side = kind == Kind.LINES ? "lines" : "y";
            ys = entry.parameters(side, entry.has("y") ? entry.parameters("y") : otherAxis(kind, free, study));
        }
        check(kind, metrics, x, ys, study);
        return new FigureSpec(
                kind,
                metrics,
                panels,
                x,
                ys,
                kind == Kind.PICTURES || entry.flag("pictures"),
                entry.where(),
                entry.names(),
                entry.text("title"));
    }

    private static void check(Kind kind, List<String> metrics, String x, List<String> ys, Study study) {
        if (kind == Kind.SCATTER) {
            if (metrics.size() < 2) {
                throw new UserException(
                        "A figure of kind scatter shows metrics against one another, and here is one alone.",
                        "Let the study measure several, as metrics: [fourier, lz78].");
            }
            return;
        }
        if (x.isEmpty()) {
            throw new UserException(
                    "A figure has nothing to draw along its x axis: the study sweeps no number.",
                    "Give a parameter several values, as magnitude: logspace(0.1, 100, 15).");
        }
        if (kind == Kind.LINES && !isNumeric(study, x)) {
            throw new UserException(
                    "A figure draws lines over " + x + ", which is no number.", "Take kind: heatmap, or another x.");
        }
        if (kind != Kind.LINES && ys.size() > 1) {
            throw new UserException(
                    "A figure of kind " + kind.id() + " has several parameters along its y axis: "
                            + String.join(", ", ys) + ".",
                    "Take one, and let the panels differ in the others: panel: [" + String.join(", ", ys) + "].");
        }
    }

    /** What to draw for a study that asks for nothing: each metric, over what it sweeps, and metrics against one another. */
    static List<FigureSpec> defaults(Study study) {
        List<String> numbers =
                study.swept().stream().filter(name -> isNumeric(study, name)).toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        Kind kind = numbers.size() > 1 ? Kind.HEATMAP : Kind.LINES;
        List<FigureSpec> specs = new ArrayList<>();
        for (String metric : study.metrics()) {
            boolean pictures = study.keepSamples() > 0 && specs.isEmpty();
            specs.add(read(Map.of("kind", kind.id(), "metric", metric, "pictures", pictures), study));
        }
        if (study.metrics().size() > 1) {
            specs.add(read(Map.of("kind", Kind.SCATTER.id()), study));
        }
        return specs;
    }

    private static List<String> take(List<String> free, String preferred) {
        return free.contains(preferred) ? List.of(preferred) : List.of();
    }

    private static String takeNumber(List<String> free, Study study) {
        return free.contains("magnitude")
                ? "magnitude"
                : free.stream()
                        .filter(name -> isNumeric(study, name))
                        .findFirst()
                        .or(() -> free.stream().findFirst())
                        .orElse("");
    }

    /** Lines differ best in words, cells in numbers. */
    private static List<String> otherAxis(Kind kind, List<String> free, Study study) {
        if (kind != Kind.LINES && free.contains("depth")) {
            return List.of("depth");
        }
        Optional<String> best = free.stream()
                .filter(name -> isNumeric(study, name) != (kind == Kind.LINES))
                .findFirst()
                .or(() -> free.stream().findFirst());
        return best.stream().toList();
    }

    static boolean isNumeric(Study study, String parameter) {
        return study.values(parameter).stream().allMatch(Number.class::isInstance);
    }
}
