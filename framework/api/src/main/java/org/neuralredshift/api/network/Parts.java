package org.neuralredshift.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.neuralredshift.api.parameter.Composition;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.parameter.Selection;

/** Turns the parameters of a network that name extensions into parts. */
final class Parts {
    private final Parameters parameters;
    private final Function<String, Layer> layers;
    private final Part.Activated activated;

    Parts(
            Parameters parameters,
            Function<String, Activation> activations,
            Function<String, Layer> layers,
            boolean prefactor) {
        this.parameters = parameters;
        this.layers = layers;
        Selection selection = Selection.parse(parameters.text("activation"));
        Activation activation = activations.apply(selection.id());
        Arguments arguments = Arguments.constant(selection.resolve(activation.parameters()));
        this.activated = new Part.Activated(activation, arguments, prefactor);
    }

    /** The parts of a composition. */
    List<Part> of(String parameter) {
        Composition composition = Composition.parse(
                parameters.text(parameter), id -> layers.apply(id).beforeActivation());
        List<Part> parts = new ArrayList<>();
        for (Selection part : composition.parts()) {
            parts.add(part.id().equals(Composition.ACTIVATION) ? activated : layer(part));
        }
        return parts;
    }

    /** The layer of a parameter that names one. */
    Part.Layered layer(String parameter) {
        return layer(Selection.parse(parameters.text(parameter)));
    }

    private Part.Layered layer(Selection selection) {
        Layer layer = layers.apply(selection.id());
        return new Part.Layered(layer, selection.resolve(layer.parameters()));
    }
}
