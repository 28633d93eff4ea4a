package org.neuralredshift.api.network;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.HashMap;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.parameter.Parameters;

/**
 * The parameters of an activation as expressions: constants, or inputs of the compiled program, so that cells which
 * differ only here share one program.
 *
 * @param values by name
 */
@Api(STABLE)
public record Arguments(Map<String, Scalar> values) {
    public Arguments {
        values = Map.copyOf(values);
    }

    /** Every number as a constant; parameters that are no numbers are left out. */
    public static Arguments constant(Parameters parameters) {
        Map<String, Scalar> values = new HashMap<>();
        parameters.values().forEach((name, value) -> {
            if (value instanceof Number number) {
                values.put(name, Scalar.of(number.doubleValue()));
            }
        });
        return new Arguments(values);
    }

    /**
     * The parameter of that name.
     *
     * @throws IllegalArgumentException if it is not declared
     */
    public Scalar get(String name) {
        Scalar value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }
}
