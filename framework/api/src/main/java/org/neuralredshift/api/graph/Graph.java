package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.annotation.Api;

/**
 * A tensor program.
 *
 * @param tensors every value, operands before their uses
 * @param outputs the results by name
 */
@Api(INCUBATING)
public record Graph(List<Tensor> tensors, Map<String, Tensor> outputs) {
    public Graph {
        tensors = List.copyOf(tensors);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** The weights in the order of declaration. */
    public List<Tensor.Weight> weights() {
        return tensors.stream()
                .filter(Tensor.Weight.class::isInstance)
                .map(Tensor.Weight.class::cast)
                .toList();
    }

    /** The shared inputs in the order of declaration. */
    public List<Tensor.Input> inputs() {
        return tensors.stream()
                .filter(Tensor.Input.class::isInstance)
                .map(Tensor.Input.class::cast)
                .toList();
    }

    /** The run-time numbers per network in the order of declaration. */
    public List<Tensor.NetworkScalar> networkScalars() {
        return tensors.stream()
                .filter(Tensor.NetworkScalar.class::isInstance)
                .map(Tensor.NetworkScalar.class::cast)
                .toList();
    }
}
