package org.neuralredshift.engine.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Suggestions;
import org.neuralredshift.engine.UserException;

/** A value of a YAML file that knows where it stands. */
sealed interface YamlNode {
    /** Where it was written. */
    Place place();

    /** The keys and positions that lead to it: {@code parameters.depth}, {@code metrics[1]}; empty for the whole file. */
    String path();

    /** The value without its places: String, Long, Double, Boolean, List or Map. */
    Object plain();

    /**
     * A word, number or truth value.
     *
     * @param value String, Long, Double or Boolean
     * @param text as written
     */
    record Scalar(Place place, String path, Object value, String text) implements YamlNode {
        @Override
        public Object plain() {
            return value;
        }
    }

    /** A list. */
    record Sequence(Place place, String path, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            return items.stream().map(YamlNode::plain).toList();
        }
    }

    /**
     * Values by key, in order.
     *
     * @param keys where each key stands
     */
    record Mapping(Place place, String path, Map<String, YamlNode> entries, Map<String, Place> keys)
            implements YamlNode {
        @Override
        public Map<String, Object> plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            entries.forEach((key, value) -> plain.put(key, value.plain()));
            return plain;
        }

        /** The value of a key that must be there. */
        YamlNode require(String key, @Nullable String hint) {
            YamlNode value = entries.get(key);
            if (value == null) {
                throw mistake("has no " + key, hint);
            }
            return value;
        }

        /** The value of a key; this where there is none. For places of mistakes. */
        YamlNode at(String key) {
            return entries.getOrDefault(key, this);
        }

        /** Checks that there is no key but these; {@code owner} is what has them. */
        void allow(List<String> known, String owner) {
            for (String key : entries.keySet()) {
                if (!known.contains(key)) {
                    throw YamlNode.mistake(
                            keys.getOrDefault(key, place),
                            path.isEmpty() ? key : path + "." + key,
                            "is nothing that " + owner + " has",
                            Suggestions.hint(key, known));
                }
            }
        }
    }

    /** This as keys with values. */
    default Mapping mapping(@Nullable String hint) {
        if (this instanceof Mapping mapping) {
            return mapping;
        }
        throw mistake("must be keys with values", hint);
    }

    /** The failure "place: path problem." with the next step. */
    default UserException mistake(String problem, @Nullable String hint) {
        return mistake(place(), path(), problem, hint);
    }

    /** The failure "place: path problem." with the next step. */
    static UserException mistake(Place place, String path, String problem, @Nullable String hint) {
        String subject = path.isEmpty() ? "the study" : path;
        return new UserException(place + ": " + subject + " " + problem + ".", hint);
    }
}
