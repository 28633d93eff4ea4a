package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every combination of the values that several keys have. */
public final class Combinations {
    private Combinations() {}

    /** One value for each key, in every way; the last key varies fastest. Without keys there is one combination, of nothing. */
    public static <K, V> List<Map<K, V>> of(Map<K, List<V>> values) {
        List<Map<K, V>> combinations = List.of(Map.of());
        for (Map.Entry<K, List<V>> entry : values.entrySet()) {
            List<Map<K, V>> longer = new ArrayList<>();
            for (Map<K, V> combination : combinations) {
                for (V value : entry.getValue()) {
                    Map<K, V> more = new LinkedHashMap<>(combination);
                    more.put(entry.getKey(), value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
