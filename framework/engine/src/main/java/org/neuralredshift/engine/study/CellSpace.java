package org.neuralredshift.engine.study;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a study's networks, as sets that may overlap: within each there is every combination of values.
 *
 * @param sets at least one; all name the same parameters
 */
record CellSpace(List<Map<String, List<Object>>> sets) {
    /** The cells of the parameters with the values of each sweep laid over them; without sweeps as they are. */
    static CellSpace of(Map<String, List<Object>> parameters, List<Map<String, List<Object>>> sweeps) {
        if (sweeps.isEmpty()) {
            return new CellSpace(List.of(parameters));
        }
        return new CellSpace(sweeps.stream()
                .map(sweep -> {
                    Map<String, List<Object>> set = new LinkedHashMap<>(parameters);
                    set.putAll(sweep);
                    return Collections.unmodifiableMap(set);
                })
                .toList());
    }

    /** The values of a parameter in the order in which they first stand there. */
    List<Object> values(String parameter) {
        return sets.stream()
                .flatMap(set -> set.getOrDefault(parameter, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Whether a cell with these values is among them. */
    boolean contains(Map<String, Object> cell) {
        return sets.stream().anyMatch(set -> matches(set, cell));
    }

    /** Whether some cell has one of these values for each of these parameters. */
    boolean meets(Map<String, List<Object>> wanted) {
        return sets.stream()
                .anyMatch(set -> wanted.entrySet().stream()
                        .allMatch(entry ->
                                !Collections.disjoint(set.getOrDefault(entry.getKey(), List.of()), entry.getValue())));
    }

    /** Whether a cell has one of these values for each parameter that has values here. */
    static boolean matches(Map<String, List<Object>> set, Map<String, Object> cell) {
        return set.entrySet().stream().allMatch(entry -> entry.getValue().contains(cell.get(entry.getKey())));
    }

    /**
     * The number of distinct cells, without listing them.
     *
     * @throws ArithmeticException if they are more than 2^63 - 1
     */
    long size() {
        BitSet all = new BitSet();
        all.set(0, sets.size());
        return size(List.copyOf(sets.getFirst().keySet()), all);
    }

    /** Combinations of these parameters that are in at least one of some sets. */
    private long size(List<String> names, BitSet among) {
        if (names.isEmpty()) {
            return 1;
        }
        Map<Object, BitSet> owners = new HashMap<>();
        among.stream()
                .forEach(set -> sets.get(set)
                        .getOrDefault(names.getFirst(), List.of())
                        .forEach(value ->
                                owners.computeIfAbsent(value, v -> new BitSet()).set(set)));
        Map<BitSet, Long> alike = new HashMap<>();
        owners.values().forEach(owner -> alike.merge(owner, 1L, Long::sum));
        List<String> others = names.subList(1, names.size());
        return alike.entrySet().stream()
                .mapToLong(entry -> Math.multiplyExact(entry.getValue(), size(others, entry.getKey())))
                .reduce(0, Math::addExact);
    }
}
