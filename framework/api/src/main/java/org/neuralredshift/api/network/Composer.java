package org.neuralredshift.api.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;

/** Builds the parts of one scope after another, each on what the one before made. */
final class Composer {
    private final GraphBuilder graph;
    private final int points;

    Composer(GraphBuilder graph, int points) {
        this.graph = graph;
        this.points = points;
    }

    /** What the parts make of the input. A part that stands there a second time is called {@code dense-2}. */
    Tensor compose(String scope, List<Part> parts, Tensor input, int width, boolean first) {
        graph.scope(scope);
        Map<String, Integer> occurrences = new HashMap<>();
        Tensor value = input;
        Optional<Tensor> argument = Optional.empty();
        for (Part part : parts) {
            int occurrence = occurrences.merge(part.id(), 1, Integer::sum);
            graph.part(occurrence == 1 ? part.id() : part.id() + "-" + occurrence);
            switch (part) {
                case Part.Layered layered -> {
                    Stage stage = new Stage(input, value, argument, width, first);
                    value = checked(layered.layer().apply(graph, stage, layered.parameters()));
                }
                case Part.Activated activated -> {
                    argument = Optional.of(value);
                    value = activate(activated, value);
                }
            }
        }
        return value;
    }

    private Tensor activate(Part.Activated part, Tensor z) {
        if (!part.prefactor()) {
            return graph.map(part.activation().apply(Scalar.input(0), part.arguments()), z);
        }
        Scalar scaled = Scalar.input(0).times(Scalar.input(1));
        return graph.map(
                part.activation().apply(scaled, part.arguments()), z, graph.networkScalar(Architecture.PREFACTOR));
    }

    private Tensor checked(Tensor value) {
        if (value.shape().rank() != 2 || value.shape().extent(0) != points) {
            throw graph.error("gives " + value.shape() + ", but must give [" + points + ", features]");
        }
        return value;
    }
}
