package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neuralredshift.api.task.Stages;

/**
 * A figure that a study asks for.
 *
 * @param kind what to draw
 * @param metrics labels of metrics and quantities; one for heat maps, for points those along the bottom and along the left, none
 *     for pictures alone
 * @param rows of lines: the labels that each row of panels shows, from the top; all together are the metrics
 * @param panels the parameters that panels differ in; empty for one panel
 * @param x the parameter along the bottom, or {@value #STAGE}; empty for none
 * @param ys the parameters along the left, or that lines differ in, or that colours stand for; empty for none
 * @param pictures whether the functions stand beside the heat map
 * @param where values that cells must have to be shown, by parameter; those of others do not matter
 * @param names what a panel or line is called that has this value
 * @param fitted labels through whose measurements a quadratic is drawn
 * @param title above the figure; empty for one made of the names
 */
public record FigureSpec(
        Kind kind,
        List<String> metrics,
        List<List<String>> rows,
        List<String> panels,
        String x,
        List<String> ys,
        boolean pictures,
        Map<String, List<Object>> where,
        Map<String, String> names,
        List<String> fitted,
        String title) {
    /** The axis of stages: what networks are at each of them. */
    public static final String STAGE = Stages.COLUMN;
    /** The only curve that can be fitted. */
    static final String QUADRATIC = "quadratic";

    /** Kinds of figures, named as in study files. */
    public enum Kind {
        /** A metric over two parameters. */
        HEATMAP("metric", "panel", "x", "y", "pictures"),
        /** The functions themselves. */
        PICTURES("panel", "x", "y"),
        /** A metric over a number. */
        LINES("metric", "metrics", "stack", "panel", "x", "lines", "fit"),
        /** One metric against another, in panels. */
        POINTS("x", "y", "panel", "colour", "fit"),
        /** Every metric against every other. */
        SCATTER("metrics", "colour");

        private final List<String> keys;

        Kind(String... keys) {
            this.keys = List.of(keys);
        }

        /** The word in studies. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The keys that figures of this kind have, beside those of all. */
        List<String> keys() {
            return keys;
        }
    }

    /** The first metric; empty if there is none. */
    public String metric() {
        return metrics.isEmpty() ? "" : metrics.getFirst();
    }

    /** The figure of one row of panels. */
    public FigureSpec row(int index) {
        return new FigureSpec(
                kind, rows.get(index), List.of(rows.get(index)), panels, x, ys, pictures, where, names, fitted, title);
    }

    /** The same figure of one metric, with other axes. */
    public FigureSpec along(String newMetric, String newX, List<String> newYs) {
        List<String> one = newMetric.isEmpty() ? List.of() : List.of(newMetric);
        return new FigureSpec(kind, one, List.of(one), panels, newX, newYs, pictures, where, names, fitted, title);
    }

    /** Whether the stages are along the bottom. */
    public boolean isOverStages() {
        return x.equals(STAGE);
    }

    /** The parameters that panels differ in, in words. */
    public String panel() {
        return String.join(", ", panels);
    }

    /** The parameters along the left or of lines, in words. */
    public String y() {
        return String.join(", ", ys);
    }

    /** Whether the figure shows cells with these parameters. */
    public boolean shows(Map<String, Object> parameters) {
        return where.entrySet().stream().allMatch(entry -> {
            Object value = parameters.get(entry.getKey());
            return value != null && entry.getValue().contains(value);
        });
    }

    /**
     * An entry of a study's figures, with what it leaves open.
     *
     * @param entry as a study has it, which was checked when that was read
     */
    public static FigureSpec read(Map<String, Object> entry, Study study) {
        Kind kind = Kind.valueOf(String.valueOf(entry.get("kind")).toUpperCase(Locale.ROOT));
        List<List<String>> rows = rows(kind, entry, study);
        List<String> metrics = rows.size() == 1
                ? rows.getFirst()
                : rows.stream().flatMap(List::stream).distinct().toList();
        List<String> free = new ArrayList<>(study.swept());
        List<String> panels = List.of();
        String x = "";
        List<String> ys;
        if (kind == Kind.SCATTER) {
            ys = texts(entry, "colour", take(free, "activation"));
        } else if (kind == Kind.POINTS) {
            panels = texts(entry, "panel", List.of());
            free.removeAll(panels);
            ys = texts(entry, "colour", take(free, "activation"));
        } else {
            String side = kind == Kind.LINES ? "lines" : "y";
            free.removeAll(texts(entry, side, List.of()));
            free.removeAll(texts(entry, "x", List.of()));
            panels = texts(entry, "panel", take(free, "activation"));
            free.removeAll(panels);
            x = Objects.toString(entry.get("x"), takeNumber(free, study));
            free.remove(x);
            // Several quantities are lines already.
            boolean several = rows.stream().anyMatch(row -> row.size() > 1);
            ys = texts(entry, side, several ? List.of() : otherAxis(kind, free, study));
        }
        return new FigureSpec(
                kind,
                metrics,
                rows,
                panels,
                x,
                ys,
                kind == Kind.PICTURES || Boolean.TRUE.equals(entry.get("pictures")),
                where(entry),
                names(entry),
                fitted(entry, metrics, kind),
                Objects.toString(entry.get("title"), ""));
    }

    private static List<List<String>> rows(Kind kind, Map<String, Object> entry, Study study) {
        List<String> first = study.measures().stream().limit(1).toList();
        return switch (kind) {
            case SCATTER -> List.of(texts(entry, "metrics", study.metrics()));
            case POINTS -> List.of(List.of(String.valueOf(entry.get("x")), String.valueOf(entry.get("y"))));
            case PICTURES -> List.of(List.of());
            case HEATMAP -> List.of(texts(entry, "metric", first));
            case LINES ->
                entry.get("stack") instanceof List<?> stack
                        ? stack.stream()
                                .map(row -> texts(Map.of("row", row), "row", first))
                                .toList()
                        : List.of(texts(entry, "metrics", texts(entry, "metric", first)));
        };
    }

    /** All labels, or those that a mapping gives; of points that along the left. */
    private static List<String> fitted(Map<String, Object> entry, List<String> metrics, Kind kind) {
        return switch (entry.get("fit")) {
            case null -> List.of();
            case Map<?, ?> some -> some.keySet().stream().map(Object::toString).toList();
            case Object _ -> kind == Kind.POINTS ? metrics.subList(metrics.size() - 1, metrics.size()) : metrics;
        };
    }

    private static List<String> texts(Map<String, Object> entry, String key, List<String> otherwise) {
        return switch (entry.get(key)) {
            case null -> otherwise;
            case List<?> list -> list.stream().map(Object::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    private static Map<String, List<Object>> where(Map<String, Object> entry) {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        if (entry.get("where") instanceof Map<?, ?> values) {
            values.forEach((name, wanted) ->
                    where.put(name.toString(), wanted instanceof List<?> list ? List.copyOf(list) : List.of(wanted)));
        }
        return where;
    }

    private static Map<String, String> names(Map<String, Object> entry) {
        Map<String, String> names = new LinkedHashMap<>();
        if (entry.get("names") instanceof Map<?, ?> given) {
            given.forEach((value, name) -> names.put(value.toString(), name.toString()));
        }
        return names;
    }

    /** What to draw for a study that asks for nothing: each metric, over what it sweeps, and metrics against one another. */
    public static List<FigureSpec> defaults(Study study) {
        List<String> numbers =
                study.swept().stream().filter(name -> isNumeric(study, name)).toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        Kind kind = numbers.size() > 1 ? Kind.HEATMAP : Kind.LINES;
        List<FigureSpec> specs = new ArrayList<>();
        for (String metric : study.measures()) {
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

    /** Whether all values of a parameter are numbers. */
    public static boolean isNumeric(Study study, String parameter) {
        return study.values(parameter).stream().allMatch(Number.class::isInstance);
    }
}
