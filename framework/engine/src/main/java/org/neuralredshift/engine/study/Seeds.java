package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the seeds of the networks of each cell: how many, a list, or a range. */
final class Seeds {
    /** Seeds are unsigned 32-bit numbers. */
    static final long LARGEST = 0xFFFF_FFFFL;

    private static final long MOST = 10_000_000;
    private static final long DEFAULT = 1;

    private Seeds() {}

    static List<Long> read(Optional<YamlNode> given) {
        if (given.isEmpty()) {
            return first(DEFAULT);
        }
        YamlNode node = given.get();
        Set<Long> seeds = new LinkedHashSet<>();
        switch (node) {
            case YamlNode.Scalar scalar when scalar.value() instanceof String text -> addRange(node, text, seeds);
            case YamlNode.Scalar scalar -> {
                return first(Scalars.whole(scalar, 1, MOST));
            }
            case YamlNode.Sequence sequence ->
                sequence.items().forEach(item -> add(item, Scalars.whole(item, 0, LARGEST), seeds));
            case YamlNode.Mapping mapping -> throw mapping.mistake("must be how many, a list, or a range", null);
        }
        if (seeds.isEmpty()) {
            throw node.mistake("is an empty list", "Give at least one seed.");
        }
        return List.copyOf(seeds);
    }

    private static List<Long> first(long count) {
        return new ConsecutiveSeeds(0, Math.toIntExact(count));
    }

    private static void addRange(YamlNode node, String text, Set<Long> seeds) {
        List<Object> values = new ArrayList<>();
        try {
            values.addAll(Ranges.expand(text));
        } catch (IllegalArgumentException e) {
            throw node.mistake(String.valueOf(e.getMessage()), "Write a count, a list, or range(0, 9).");
        }
        for (Object value : values) {
            if (!(value instanceof Long seed) || seed < 0 || seed > LARGEST) {
                throw node.mistake(
                        "gives " + value + ", but a seed is a whole number from 0 to " + LARGEST,
                        "Write a count, a list, or range(0, 9).");
            }
            add(node, seed, seeds);
        }
    }

    private static void add(YamlNode node, long seed, Set<Long> seeds) {
        if (!seeds.add(seed)) {
            throw node.mistake("has the seed " + seed + " twice", "Remove one of the two.");
        }
    }
}
