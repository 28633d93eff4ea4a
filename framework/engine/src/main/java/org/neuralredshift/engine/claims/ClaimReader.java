package org.neuralredshift.engine.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Claims from the plain data of a study, which was checked when the study was read. */
final class ClaimReader {
    private final Map<String, Object> entry;

    private ClaimReader(Map<String, Object> entry) {
        this.entry = entry;
    }

    /** Reads one entry of a study's claims. */
    static Claim read(Map<String, Object> entry) {
        return new ClaimReader(entry).claim();
    }

    private Claim claim() {
        if (entry.get("effect") instanceof Map<?, ?> mapping) {
            Question.Effect effect =
                    new Question.Effect(word(mapping, "of"), value(mapping, "from"), value(mapping, "to"));
            return claim(change(effect), change());
        }
        if (entry.get("correlation") instanceof Map<?, ?> correlation) {
            boolean ranks = !"pearson".equals(correlation.get("coefficient"));
            return claim(new Question.Association(word(correlation, "with"), ranks), comparison(correlation));
        }
        Region expected = comparison((Map<?, ?>) value(entry, "level"));
        return claim(level(), expected);
    }

    private Question change(Question.Effect effect) {
        if (entry.get("peak") instanceof Map<?, ?> peak) {
            return new Question.PeakEffect(peak(peak), effect);
        }
        return switch (entry.get("best")) {
            case null -> effect;
            case List<?> best -> new Question.BestEffect(words(best), effect);
            case Object best -> new Question.BestEffect(List.of(best.toString()), effect);
        };
    }

    private Question level() {
        if (entry.get("peak") instanceof Map<?, ?> peak) {
            return new Question.PeakLevel(peak(peak));
        }
        return switch (entry.get("best")) {
            case null -> new Question.Level();
            case List<?> best -> new Question.BestLevel(words(best));
            case Object best -> new Question.BestLevel(List.of(best.toString()));
        };
    }

    private static List<String> words(List<?> list) {
        return list.stream().map(Object::toString).toList();
    }

    private static Question.Summit peak(Map<?, ?> peak) {
        return new Question.Summit(word(peak, "of"), word(peak, "fit").equals("quadratic"));
    }

    private Claim claim(Question question, Region expected) {
        String source = Objects.toString(entry.get("source"), "");
        String nullModel = Objects.toString(entry.get("null-model"), "");
        return new Claim(word(entry, "claim"), source, word(entry, "metric"), where(), nullModel, question, expected);
    }

    private Map<String, List<Object>> where() {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        if (entry.get("where") instanceof Map<?, ?> values) {
            values.forEach((name, value) ->
                    where.put(name.toString(), value instanceof List<?> list ? List.copyOf(list) : List.of(value)));
        }
        return where;
    }

    /** Where the change is expected; {@code by} is the least rise or fall, or the largest change of what is flat. */
    private Region change() {
        double by = entry.containsKey("by") ? number(entry, "by") : 0;
        String edge = Region.edge(by);
        return switch (word(entry, "expect")) {
            case "rises" -> Region.above(by, "rises by more than ");
            case "falls" -> new Region(Double.NEGATIVE_INFINITY, -by, false, "falls by more than " + edge);
            case "flat" -> Region.around(0, by, "changes by at most " + edge);
            case "does-not-rise" ->
                new Region(Double.NEGATIVE_INFINITY, by, true, "rises by at most " + edge + ", or falls");
            case "does-not-fall" ->
                new Region(-by, Double.POSITIVE_INFINITY, true, "falls by at most " + edge + ", or rises");
            case String other -> throw new IllegalArgumentException("a claim expects " + other);
        };
    }

    private static Region comparison(Map<?, ?> level) {
        double than = number(level, "than");
        return switch (word(level, "expect")) {
            case "above" -> Region.above(than, "above ");
            case "below" -> Region.below(than, "below ");
            case "near" -> {
                double by = number(level, "by");
                yield Region.around(than, by, "within " + Region.edge(by) + " of " + Region.edge(than));
            }
            case String other -> throw new IllegalArgumentException("a claim expects " + other);
        };
    }

    private static String word(Map<?, ?> mapping, String key) {
        return value(mapping, key).toString();
    }

    private static double number(Map<?, ?> mapping, String key) {
        return ((Number) value(mapping, key)).doubleValue();
    }

    private static Object value(Map<?, ?> mapping, String key) {
        return Objects.requireNonNull(mapping.get(key), key);
    }
}
