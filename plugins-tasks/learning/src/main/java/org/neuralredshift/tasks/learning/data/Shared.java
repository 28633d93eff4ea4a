package org.neuralredshift.tasks.learning.data;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is the same for all seeds is made once and lies in memory once. Keeps the last few; of those that nobody else holds the
 * collector takes what it needs. Thread-safe: who asks for what is being made waits for it.
 *
 * @param <K> all that decides what is made, with equality
 * @param <V> immutable, or modified by nobody
 */
final class Shared<K, V> {
    private static final int KEPT = 4;

    private final Function<K, V> maker;
    private final Map<K, SoftReference<V>> made = new LinkedHashMap<>();

    /** @param maker makes the same from equal keys */
    Shared(Function<K, V> maker) {
        this.maker = maker;
    }

    /** What belongs to the key. What the maker throws comes through, and nothing is kept. */
    synchronized V of(K key) {
        SoftReference<V> reference = made.remove(key);
        V value = reference == null ? null : reference.get();
        if (value == null) {
            value = maker.apply(key);
            reference = new SoftReference<>(value);
        }
        made.put(key, reference); // now the last of the row
        if (made.size() > KEPT) {
            made.remove(made.keySet().iterator().next());
        }
        return value;
    }
}
