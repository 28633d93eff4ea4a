package org.neuralredshift.tasks.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final List<String> made = new ArrayList<>();

    private final Shared<String, StringBuilder> shared = new Shared<>(key -> {
        made.add(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("nothing");
        }
        return new StringBuilder(key);
    });

    @Test
    void equalKeysShareWhatIsMade() {
        StringBuilder first = shared.of("a");
        assertSame(first, shared.of(new String("a")));
        assertEquals(List.of("a"), made);
    }

    @Test
    void theLastFourAskedForAreKept() {
        List<StringBuilder> held = new ArrayList<>();
        for (String key : "a b c d a e a b".split(" ")) {
            held.add(shared.of(key));
        }
        assertEquals(List.of("a", "b", "c", "d", "e", "b"), made, "b was the one asked for longest ago");
    }

    @Test
    void aFailureIsNotKept() {
        assertThrows(IllegalArgumentException.class, () -> shared.of(""));
        assertThrows(IllegalArgumentException.class, () -> shared.of(""));
        assertEquals(List.of("", ""), made);
    }
}
