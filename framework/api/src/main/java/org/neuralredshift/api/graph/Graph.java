package org.neuralredshift.api.graph;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuralredshift.api.annotation.Api;

/**
 * A tensor program. A step of it computes the outputs, and the values that its states have in the next step.
 *
 * @param tensors every value, operands before their uses
 * @param outputs the results by name
 * @param updates the values that states take at the end of a step, all at once; a state without one keeps its own
 */
@Api(INCUBATING)
public record Graph(List<Tensor> tensors, Map<String, Tensor> outputs, Map<Tensor.State, Tensor> updates) {
    public Graph {
        tensors = List.copyOf(tensors);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        updates = Collections.unmodifiableMap(new LinkedHashMap<>(updates));
    }

    /** A program without updates. */
    public Graph(List<Tensor> tensors, Map<String, Tensor> outputs) {
        this(tensors, outputs, Map.of());
    }

    /** The tensors that exist once per network, by identity, in time linear in their number. */
    public Set<Tensor> perNetwork() {
        Set<Tensor> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tensor tensor : tensors) {
            switch (tensor) {
                case Tensor.Weight weight -> found.add(weight);
                case Tensor.State state -> found.add(state);
                case Tensor.NetworkScalar scalar -> found.add(scalar);
                default -> {
                    if (tensor.operands().stream().anyMatch(found::contains)) {
                        found.add(tensor);
                    }
                }
            }
        }
        return found;
    }

    /** The states in the order of declaration. */
    public List<Tensor.State> states() {
        return tensors.stream()
                .filter(Tensor.State.class::isInstance)
                .map(Tensor.State.class::cast)
                .toList();
    }

    /** The weights in the order of declaration. */
    public List<Tensor.Weight> weights() {
        return tensors.stream()
                .filter(Tensor.Weight.class::isInstance)
                .map(Tensor.Weight.class::cast)
                .toList();
    }

    /** The algorithms that a backend must offer, in the order of declaration. */
    public List<Tensor.Kernel> kernels() {
        return tensors.stream()
                .filter(Tensor.Kernel.class::isInstance)
                .map(Tensor.Kernel.class::cast)
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
