package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
public record FigureSpec(
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
    public enum Kind {
        /** A metric over two parameters. */
        HEATMAP("metric", "panel", "x", "y", "pictures"),
        /** The functions themselves. */
        PICTURES("panel", "x", "y"),
        /** A metric over a number. */
        LINES("metric", "panel", "x", "lines"),
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
        List<String> metrics = switch (kind) {
            case SCATTER -> texts(entry, "metrics", study.metrics());
            case PICTURES -> List.of();
            case HEATMAP, LINES ->
                texts(entry, "metric", study.metrics().stream().limit(1).toList());
        };
        List<String> free = new ArrayList<>(study.swept());
        List<String> panels = List.of();
        String x = "";
        List<String> ys;
        if (kind == Kind.SCATTER) {
            ys = texts(entry, "colour", take(free, "activation"));
        } else {
            String side = kind == Kind.LINES ? "lines" : "y";
            free.removeAll(texts(entry, side, List.of()));
            free.removeAll(texts(entry, "x", List.of()));
            panels = texts(entry, "panel", take(free, "activation"));
            free.removeAll(panels);
            x = Objects.toString(entry.get("x"), takeNumber(free, study));
            free.remove(x);
            ys = texts(entry, side, otherAxis(kind, free, study));
        }
        return new FigureSpec(
                kind,
                metrics,
                panels,
                x,
                ys,
                kind == Kind.PICTURES || Boolean.TRUE.equals(entry.get("pictures")),
                where(entry),
                names(entry),
                Objects.toString(entry.get("title"), ""));
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

    /** Whether all values of a parameter are numbers. */
    public static boolean isNumeric(Study study, String parameter) {
        return study.values(parameter).stream().allMatch(Number.class::isInstance);
    }
}
