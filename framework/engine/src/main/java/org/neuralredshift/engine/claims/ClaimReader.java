package org.neuralredshift.engine.claims;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** Claims from the plain data of studies. That the names in them are of the study was checked when it was read. */
final class ClaimReader {
    private static final String EFFECTS = "rises, falls, flat, does-not-rise, does-not-fall";
    private static final String LEVELS = "above, below, near";

    private final Map<String, Object> entry;
    private final String text;

    private ClaimReader(Map<String, Object> entry) {
        this.entry = entry;
        this.text = text(entry, "claim", "");
    }

    /**
     * Reads one entry of a study's claims.
     *
     * @throws UserException if it tests nothing
     */
    static Claim read(Map<String, Object> entry) {
        return new ClaimReader(entry).claim();
    }

    private Claim claim() {
        String source = text(entry, "source", "");
        String metric = text(entry, "metric", "");
        Map<String, List<Object>> where = where();
        if (entry.containsKey("effect")) {
            Map<String, Object> effect = mapping("effect");
            Question question = new Question.Effect(
                    text(effect, "of", ""), value(effect, "effect", "from"), value(effect, "effect", "to"));
            return new Claim(text, source, metric, where, question, change());
        }
        if (entry.containsKey("level")) {
            return new Claim(text, source, metric, where, new Question.Level(), level("level", LEVELS));
        }
        if (entry.containsKey("correlation")) {
            Map<String, Object> correlation = mapping("correlation");
            String coefficient = text(correlation, "coefficient", "spearman");
            if (!List.of("spearman", "pearson").contains(coefficient)) {
                throw unknown("correlation.coefficient", coefficient, "spearman, pearson");
            }
            Question question = new Question.Association(text(correlation, "with", ""), coefficient.equals("spearman"));
            return new Claim(text, source, metric, where, question, level("correlation", LEVELS));
        }
        throw mistake("has none of effect, level and correlation", "Say what is to be measured.");
    }

    private Map<String, List<Object>> where() {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        if (entry.containsKey("where")) {
            mapping("where").forEach((name, value) -> where.put(name, list(value)));
        }
        return where;
    }

    private static List<Object> list(Object value) {
        return value instanceof Collection<?> values ? List.copyOf(values) : List.of(value);
    }

    /** Where the change is expected; {@code by} is the least rise or fall, or the largest change of what is flat. */
    private Region change() {
        String word = text(entry, "expect", "");
        double by = entry.containsKey("by") ? number(entry, "by") : 0;
        if (by < 0) {
            throw mistake("has the negative by " + by, "Give the size of the change, as by: 0.05.");
        }
        return switch (word) {
            case "rises" -> Region.above(by, "rises by more than ");
            case "falls" -> new Region(Double.NEGATIVE_INFINITY, -by, false, "falls by more than " + Region.edge(by));
            case "flat" -> Region.around(0, tolerance(word, by), "changes by at most " + Region.edge(by));
            case "does-not-rise" ->
                new Region(
                        Double.NEGATIVE_INFINITY,
                        tolerance(word, by),
                        true,
                        "rises by at most " + Region.edge(by) + ", or falls");
            case "does-not-fall" ->
                new Region(
                        -tolerance(word, by),
                        Double.POSITIVE_INFINITY,
                        true,
                        "falls by at most " + Region.edge(by) + ", or rises");
            default -> throw unknown("expect", word, EFFECTS);
        };
    }

    /** An interval of numbers that vary is never inside a region without room. */
    private double tolerance(String word, double by) {
        if (by == 0) {
            throw mistake("expects " + word + ", but has no by", "Say which change is small enough, as by: 0.05.");
        }
        return by;
    }

    private Region level(String key, String words) {
        Map<String, Object> level = mapping(key);
        String word = text(level, "expect", "");
        double than = number(level, "than");
        return switch (word) {
            case "above" -> Region.above(than, "above ");
            case "below" -> Region.below(than, "below ");
            case "near" -> {
                double by = number(level, "by");
                yield Region.around(than, by, "within " + Region.edge(by) + " of " + Region.edge(than));
            }
            default -> throw unknown(key + ".expect", word, words);
        };
    }

    @SuppressWarnings("unchecked") // the keys of plain data are texts
    private Map<String, Object> mapping(String key) {
        if (entry.get(key) instanceof Map<?, ?> mapping) {
            return (Map<String, Object>) mapping;
        }
        throw mistake("has the " + key + " " + entry.get(key), "Write keys with values, in braces.");
    }

    private Object value(Map<String, Object> mapping, String name, String key) {
        Object value = mapping.get(key);
        if (value == null) {
            throw mistake("has no " + key + " in its " + name, "Write " + name + ": {of: magnitude, from: 1, to: 10}.");
        }
        return value;
    }

    private double number(Map<String, Object> mapping, String key) {
        if (mapping.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw mistake("has no number " + key, "Write for instance " + key + ": 0.05.");
    }

    private static String text(Map<String, Object> mapping, String key, String otherwise) {
        Object value = mapping.get(key);
        return value == null ? otherwise : value.toString();
    }

    private UserException unknown(String key, String word, String known) {
        return mistake("has the " + key + " '" + word + "'", Suggestions.hint(word, List.of(known.split(", "))));
    }

    private UserException mistake(String problem, String hint) {
        return new UserException("The claim \"" + text + "\" " + problem + ".", hint);
    }
}
