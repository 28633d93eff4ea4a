package org.neuralredshift.tasks.functions;

import java.util.Locale;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.api.random.Initialisation;
import org.neuralredshift.api.task.Lab;

/**
 * The networks of a batch: one architecture, one way of drawing weights.
 *
 * @param architecture R^2 → R
 * @param initialisation of its weights
 */
record NetworkFamily(Architecture architecture, Initialisation initialisation) {
    static NetworkFamily of(Parameters p, Lab lab) {
        Layer layer = lab.layer(p.text("layer"));
        Activation activation = lab.activation(p.text("activation"));
        String scaled = p.text("scaled");
        Architecture architecture = new Architecture(
                2,
                1,
                p.count("depth"),
                p.count("width"),
                layer,
                layer.parameters().defaults(),
                activation,
                Arguments.constant(activation.parameters().defaults()),
                scaled.equals("prefactor"));
        Initialisation initialisation = new Initialisation(
                Initialisation.Distribution.valueOf(
                        p.text("distribution").toUpperCase(Locale.ROOT).replace('-', '_')),
                Initialisation.Scale.valueOf(p.text("scale").toUpperCase(Locale.ROOT)),
                p.real("bias-magnitude"),
                !scaled.equals("prefactor"),
                scaled.equals("weights+biases"),
                p.real("degrees-of-freedom"));
        return new NetworkFamily(architecture, initialisation);
    }
}
