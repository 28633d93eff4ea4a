package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.Suggestions;

/**
 * Reads the claims that a study is to test. How a claim is tested is the report's business; that it names parameters, their
 * values and metrics of this study is checked here, before anything is computed.
 */
final class ClaimReader {
    private static final String HELP =
            "Write - {claim: \"...\", metric: fourier," + " effect: {of: magnitude, from: 1, to: 10}, expect: rises}.";
    private static final List<String> KEYS =
            List.of("claim", "source", "metric", "where", "effect", "level", "correlation", "expect", "by");
    private static final Set<String> TESTS = Set.of("effect", "level", "correlation");

    private final CellReader cells;
    private final List<String> metrics;

    /** @param metrics labels */
    ClaimReader(CellReader cells, List<String> metrics) {
        this.cells = cells;
        this.metrics = metrics;
    }

    List<Map<String, Object>> read(@Nullable YamlNode node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw node.mistake("must be a list of claims", HELP);
        }
        List<Map<String, Object>> claims = new ArrayList<>();
        sequence.items().forEach(item -> claims.add(claim(mapping(item))));
        return claims;
    }

    private Map<String, Object> claim(YamlNode.Mapping node) {
        check(node, KEYS);
        require(node, "claim");
        require(node, "metric");
        if (node.entries().keySet().stream().filter(TESTS::contains).count() != 1) {
            throw node.mistake("must have one of effect, level and correlation", HELP);
        }
        Map<String, Object> claim = new LinkedHashMap<>();
        node.entries()
                .forEach((key, value) -> claim.put(
                        key,
                        switch (key) {
                            case "claim", "source" -> Scalars.text(value);
                            case "metric" -> metric(value);
                            case "where" -> where(mapping(value));
                            case "effect" -> effect(mapping(value));
                            case "correlation" -> correlation(mapping(value));
                            default -> value.plain();
                        }));
        return claim;
    }

    private Map<String, Object> where(YamlNode.Mapping node) {
        return new LinkedHashMap<>(cells.values(node.entries()));
    }

    private Map<String, Object> effect(YamlNode.Mapping node) {
        check(node, List.of("of", "from", "to"));
        YamlNode of = require(node, "of");
        Map<String, Object> effect = new LinkedHashMap<>();
        effect.put("of", Scalars.text(of));
        for (String end : List.of("from", "to")) {
            YamlNode value = require(node, end);
            List<Object> values = cells.values(of, value);
            if (values.size() != 1) {
                throw value.mistake("must be a single value", null);
            }
            effect.put(end, values.getFirst());
        }
        return effect;
    }

    private Map<String, Object> correlation(YamlNode.Mapping node) {
        Map<String, Object> correlation = new LinkedHashMap<>(node.plain());
        correlation.put("with", metric(require(node, "with")));
        return correlation;
    }

    private String metric(YamlNode node) {
        String name = Scalars.text(node);
        if (!metrics.contains(name)) {
            throw node.mistake("is " + name + ", which is no metric of this study", Suggestions.hint(name, metrics));
        }
        return name;
    }

    private static void check(YamlNode.Mapping node, List<String> keys) {
        node.entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.mistake("is nothing that a claim has", Suggestions.hint(key, keys));
            }
        });
    }

    private static YamlNode require(YamlNode.Mapping node, String key) {
        YamlNode value = node.entries().get(key);
        if (value == null) {
            throw node.mistake("has no " + key, HELP);
        }
        return value;
    }

    private static YamlNode.Mapping mapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw node.mistake("must be keys with values", HELP);
    }
}
