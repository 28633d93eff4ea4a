package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;

/** Resolved values by name, in the order of their schema; immutable. Values are Long, Double, String or Boolean. */
@Api(STABLE)
public record Parameters(Map<String, Object> values) {
    /** No values. */
    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of an {@code INTEGER}. */
    public long integer(String name) {
        return (Long) get(name);
    }

    /** The value of an {@code INTEGER} that its range keeps within an int. */
    public int count(String name) {
        return Math.toIntExact(integer(name));
    }

    /** The value of a {@code REAL}. */
    public double real(String name) {
        return (Double) get(name);
    }

    /** The value of a {@code CHOICE}, {@code EXTENSION}, {@code COMPOSITION} or {@code TEXT}. */
    public String text(String name) {
        return (String) get(name);
    }

    /** The value of a {@code FLAG}. */
    public boolean flag(String name) {
        return (Boolean) get(name);
    }

    /**
     * The value as it is.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }
}
