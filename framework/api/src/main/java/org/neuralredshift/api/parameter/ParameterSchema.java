package org.neuralredshift.api.parameter;

import static org.neuralredshift.api.annotation.Api.Stability.STABLE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.annotation.Api;

/**
 * The declared parameters of an extension, in the order in which they are shown. Names are unique, and defaults lawful.
 */
@Api(STABLE)
public record ParameterSchema(List<Parameter> parameters) {
    /** No parameters. */
    public static final ParameterSchema EMPTY = new ParameterSchema(List.of());

    public ParameterSchema {
        parameters = List.copyOf(parameters);
        long distinct = parameters.stream().map(Parameter::name).distinct().count();
        if (distinct != parameters.size()) {
            throw new IllegalArgumentException("a parameter is declared twice in " + parameters);
        }
        parameters.forEach(parameter -> parameter.check(parameter.initial()));
    }

    /** A schema of these parameters. */
    public static ParameterSchema of(Parameter... parameters) {
        return new ParameterSchema(List.of(parameters));
    }

    /** This schema followed by another. */
    public ParameterSchema and(ParameterSchema other) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(other.parameters);
        return new ParameterSchema(all);
    }

    /** The parameter of that name. */
    public Optional<Parameter> find(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The names in order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** Every parameter at its default. */
    public Parameters defaults() {
        return resolve(Map.of());
    }

    /**
     * Given values, checked, completed with the defaults, in the order of this schema.
     *
     * @throws InvalidParameterException for a name that is not declared, or a value that is not lawful or missing
     */
    public Parameters resolve(Map<String, ?> given) {
        for (Map.Entry<String, ?> entry : given.entrySet()) {
            if (find(entry.getKey()).isEmpty()) {
                throw new InvalidParameterException(
                        entry.getKey(), entry.getValue(), "absent: the parameters here are " + names());
            }
            if (entry.getValue() == null) {
                throw new InvalidParameterException(
                        entry.getKey(), "left empty", "given a value, or left out to take its default");
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.initial() : parameter.check(value));
        }
        return new Parameters(values);
    }
}
