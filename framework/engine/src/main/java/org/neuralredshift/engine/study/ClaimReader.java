package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims that a study is to test: that each asks a question which the study's networks can answer is checked here,
 * before anything is computed.
 */
final class ClaimReader {
    private static final String HELP = "Write - {claim: \"...\", metric: fourier,"
            + " effect: {of: magnitude, from: 1, to: 10}, expect: rises}, or leave claims out with --set claims=[].";
    private static final String EFFECT = "effect";
    private static final String CORRELATION = "correlation";
    private static final String PEAK = "peak";
    private static final String BEST = "best";
    private static final String NULL_MODEL = "null-model";
    private static final String OF = "of";
    private static final List<String> TESTS = List.of(EFFECT, "level", CORRELATION);
    private static final List<String> CHANGES = List.of("rises", "falls", "flat", "does-not-rise", "does-not-fall");
    private static final List<String> COMPARISONS = List.of("above", "below", "near");
    private static final String NEAR = "near";

    private final Vocabulary vocabulary;

    ClaimReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Entries read(@Nullable YamlNode node) {
        return Entries.read(node, vocabulary.narrowed(), HELP, this::claim);
    }

    private Map<String, Object> claim(YamlNode.Mapping node) {
        node.require("claim", HELP);
        node.require("metric", HELP);
        String test = test(node);
        List<String> keys = new ArrayList<>(List.of("claim", "source", "metric", "where", NULL_MODEL, test));
        if (!test.equals(CORRELATION)) {
            keys.addAll(List.of(PEAK, BEST));
        }
        if (test.equals(EFFECT)) {
            keys.addAll(List.of("expect", "by"));
        }
        node.allow(keys, "a claim of " + (test.equals(EFFECT) ? "an effect" : "a " + test));
        Map<String, Object> claim = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> claim.put(key, value(key, value)));
        if (claim.containsKey(PEAK) && claim.containsKey(BEST)) {
            throw node.at(BEST)
                    .mistake("stands beside " + PEAK, "Ask for the level at the best value, or for that value.");
        }
        if (test.equals(EFFECT)) {
            requireApart(node, claim);
            requireChange(node);
            requireDoublings(node, claim);
            requireBest(node, claim);
        }
        requireCells(node);
        return claim;
    }

    /** What is sought along a parameter takes all its values; an effect holds it at two, unless one is the best itself. */
    private static void requireApart(YamlNode.Mapping node, Map<String, Object> claim) {
        String changed = Scalars.text(node.at(EFFECT).mapping(HELP).at(OF));
        for (String key : List.of(PEAK, BEST)) {
            if (!claim.containsKey(key)) {
                continue;
            }
            if (changed.equals(FigureSpec.STAGE)) {
                throw node.at(key)
                        .mistake(
                                "stands beside an effect of " + FigureSpec.STAGE + ", which tells no best values apart",
                                "Ask for a level with " + key + " at each stage, as metric: test-accuracy@initial.");
            }
            boolean isOneEnd =
                    key.equals(BEST) && claim.get(EFFECT) instanceof Map<?, ?> ends && ends.containsValue(BEST);
            if (!isOneEnd && sought(claim.get(key)).contains(changed)) {
                throw node.at(key)
                        .mistake(
                                "is sought along " + changed + ", which the effect changes",
                                "Leave " + changed + " to one of the two.");
            }
        }
    }

    private static List<?> sought(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> peak -> List.of(String.valueOf(peak.get(OF)));
            case List<?> best -> best;
            case null, default -> List.of();
        };
    }

    private static String test(YamlNode.Mapping node) {
        List<String> tests = TESTS.stream().filter(node.entries()::containsKey).toList();
        if (tests.size() != 1) {
            throw node.mistake("must have one of effect, level and correlation", HELP);
        }
        return tests.getFirst();
    }

    private Object value(String key, YamlNode value) {
        return switch (key) {
            case "metric" -> vocabulary.measure(value);
            case "where" -> vocabulary.where(value.mapping(HELP));
            case EFFECT -> effect(value.mapping(HELP));
            case "level" -> level(value.mapping("Write level: {expect: above, than: 0.8}."));
            case CORRELATION ->
                correlation(value.mapping("Write correlation: {with: lz78, expect: above, than: 0.8}."));
            case "by" -> size(value);
            case PEAK -> peak(value);
            case BEST -> best(value);
            case NULL_MODEL -> vocabulary.nullModel(value).name();
            default -> Scalars.text(value);
        };
    }

    private Map<String, Object> effect(YamlNode.Mapping node) {
        node.allow(List.of("of", "from", "to"), "an effect");
        YamlNode changed = node.require(OF, HELP);
        if (Scalars.text(changed).equals(FigureSpec.STAGE)) {
            return Map.of(
                    OF,
                    FigureSpec.STAGE,
                    "from",
                    vocabulary.stage(node.require("from", HELP)),
                    "to",
                    vocabulary.stage(node.require("to", HELP)));
        }
        String of = vocabulary.parameter(changed);
        Map<String, Object> effect = new LinkedHashMap<>();
        effect.put("of", of);
        for (String end : List.of("from", "to")) {
            YamlNode value = node.require(end, HELP);
            effect.put(end, isBest(value) ? BEST : vocabulary.value(of, value));
        }
        return effect;
    }

    private static boolean isBest(YamlNode value) {
        return BEST.equals(value.plain());
    }

    /** Only one end of an effect can be the best, of a parameter whose best is sought. */
    private static void requireBest(YamlNode.Mapping node, Map<String, Object> claim) {
        Map<?, ?> effect = (Map<?, ?>) claim.get(EFFECT);
        if (effect == null || !effect.containsValue(BEST)) {
            return;
        }
        String of = String.valueOf(effect.get(OF));
        if (Objects.equals(effect.get("from"), effect.get("to"))) {
            throw node.at(EFFECT).mistake("goes from the best to the best", "Give one end a value.");
        }
        if (!(claim.get(BEST) instanceof List<?> over) || !over.contains(of)) {
            throw node.at(EFFECT)
                    .mistake(
                            "asks for the best " + of + ", but does not seek it", "Add best: " + of + " to the claim.");
        }
    }

    private Map<String, Object> peak(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return peak(node, FigureSpec.QUADRATIC);
        }
        mapping.allow(List.of(OF, "fit"), "a peak");
        String fit = mapping.entries().get("fit") instanceof YamlNode given
                ? Scalars.choice(given, List.of(FigureSpec.QUADRATIC, "none"))
                : FigureSpec.QUADRATIC;
        return peak(mapping.require(OF, "Write peak: {of: prefactor, fit: none}."), fit);
    }

    private Map<String, Object> peak(YamlNode node, String fit) {
        String of = vocabulary.parameter(node);
        if (!FigureSpec.isNumeric(vocabulary.study(), of)) {
            throw node.mistake(
                    "is " + of + ", which is no number", "Ask for the best of its values with best: " + of + ".");
        }
        Map<String, Object> peak = new LinkedHashMap<>();
        peak.put(OF, of);
        peak.put("fit", fit);
        return peak;
    }

    private List<String> best(YamlNode node) {
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        if (items.isEmpty()) {
            throw node.mistake("names no parameter", "Write best: prefactor.");
        }
        return items.stream().map(vocabulary::parameter).toList();
    }

    /** Only of positive numbers can it be told how often they double. */
    private void requireDoublings(YamlNode.Mapping node, Map<String, Object> claim) {
        if (claim.get(PEAK) instanceof Map<?, ?> peak
                && vocabulary.study().values(String.valueOf(peak.get(OF))).stream()
                        .anyMatch(value -> !(value instanceof Number number && number.doubleValue() > 0))) {
            throw node.at(PEAK)
                    .mistake(
                            "asks how often " + peak.get(OF) + " doubles, but some of its values are not above 0",
                            "Ask for a level, or leave those values out.");
        }
    }

    /** An interval of numbers that vary is never inside a region without room. */
    private static void requireChange(YamlNode.Mapping node) {
        String change = Scalars.choice(node.require("expect", HELP), CHANGES);
        boolean hasRoom = change.equals("rises") || change.equals("falls");
        boolean isZero = node.entries().get("by") instanceof YamlNode by && Scalars.number(by) == 0;
        if (!hasRoom && (isZero || !node.entries().containsKey("by"))) {
            throw node.at("by")
                    .mistake(
                            "says of no change that it is small enough to be " + change,
                            "Write for instance by: 0.05.");
        }
    }

    private static Map<String, Object> level(YamlNode.Mapping node) {
        node.allow(List.of("expect", "than", "by"), "a level");
        requireComparison(node);
        return node.plain();
    }

    private Map<String, Object> correlation(YamlNode.Mapping node) {
        node.allow(List.of("with", "coefficient", "expect", "than", "by"), "a correlation");
        String with = vocabulary.measure(node.require("with", HELP));
        if (node.entries().get("coefficient") instanceof YamlNode coefficient) {
            Scalars.choice(coefficient, List.of("spearman", "pearson"));
        }
        requireComparison(node);
        Map<String, Object> correlation = new LinkedHashMap<>(node.plain());
        correlation.put("with", with);
        return correlation;
    }

    private static void requireComparison(YamlNode.Mapping node) {
        String comparison = Scalars.choice(
                node.require("expect", "Write one of " + String.join(", ", COMPARISONS) + "."), COMPARISONS);
        Scalars.number(node.require("than", "Write for instance than: 0.8."));
        if (comparison.equals(NEAR)) {
            size(node.require("by", "Say how near, as by: 0.1."));
        } else if (node.entries().get("by") instanceof YamlNode by) {
            throw by.mistake("belongs to expect: near alone", "Remove it; an edge is said by than.");
        }
    }

    private static Object size(YamlNode node) {
        if (Scalars.number(node) < 0) {
            throw node.mistake("is negative", "Give the size of the change, as by: 0.05.");
        }
        return node.plain();
    }

    /** Every group that the claim tells apart has networks, at both ends of an effect. */
    private void requireCells(YamlNode.Mapping node) {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        if (node.entries().get("where") instanceof YamlNode.Mapping own) {
            where.putAll(vocabulary.where(own));
        }
        if (node.entries().containsKey(NULL_MODEL)) {
            return; // its cells are not among those of the networks
        }
        if (!(node.entries().get(EFFECT) instanceof YamlNode.Mapping effect)) {
            requireCells(node.at("where"), where);
            return;
        }
        String of = Scalars.text(effect.at(OF));
        if (of.equals(FigureSpec.STAGE)) {
            requireCells(node.at("where"), where);
            return;
        }
        if (where.containsKey(of)) {
            throw node.at("where")
                    .mistake(
                            "holds " + of + ", which the effect changes",
                            "Say it in effect alone, or ask for a level.");
        }
        for (String end : List.of("from", "to")) {
            if (isBest(effect.at(end))) {
                where.remove(of);
            } else {
                where.put(of, List.of(vocabulary.value(of, effect.at(end))));
            }
            requireCells(effect, where);
        }
    }

    private void requireCells(YamlNode node, Map<String, List<Object>> where) {
        for (Map<String, Object> group : Combinations.of(where)) {
            Map<String, List<Object>> wanted = new LinkedHashMap<>();
            group.forEach((name, value) -> wanted.put(name, List.of(value)));
            vocabulary.requireCells(node, wanted);
        }
    }
}
