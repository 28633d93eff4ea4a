package org.neuralredshift.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void escapesWhatJsonCannotHold() {
        assertEquals("\"a\\\"b\\\\c\\n\\t\\u0001\u00e9\"", Json.line("a\"b\\c\n\t\u0001\u00e9"));
    }

    @Test
    void writesNumbersThatAreNotFiniteAsNull() {
        assertEquals(
                "[null,null,1.5,3,1.0E30]", Json.line(List.of(Double.NaN, Float.POSITIVE_INFINITY, 1.5, 3.0, 1e30)));
    }

    @Test
    void keepsTheOrderOfMembers() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", true);
        map.put("m", null);
        assertEquals("{\"z\":1,\"a\":true,\"m\":null}", Json.line(map));
    }

    @Test
    void indentsNestedValues() {
        assertEquals("{\n  \"list\": [1, 2],\n  \"none\": {}\n}", Json.indented(orderedPair()));
    }

    private static Map<String, Object> orderedPair() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", List.of(1, 2));
        map.put("none", Map.of());
        return map;
    }
}
