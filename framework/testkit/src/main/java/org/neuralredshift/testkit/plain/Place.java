package org.neuralredshift.testkit.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.network.Architecture;
import org.neuralredshift.api.network.Arguments;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Part;
import org.neuralredshift.api.parameter.Parameters;

/** Where a layer can stand in a network of three hidden layers. */
public enum Place {
    /** Once before the first hidden layer. */
    ENCODING,
    /** In every hidden layer, before the activation. */
    BEFORE_ACTIVATION,
    /** In every hidden layer, after the activation. */
    AFTER_ACTIVATION,
    /** In every hidden layer twice, before and after the activation. */
    TWICE,
    /** At the end. */
    READ_OUT;

    private static final int DEPTH = 3;

    /** A network R^2 → R of that width with the layer in this place, dense layers and tanh around it. */
    public Architecture network(Layer layer, Parameters parameters, int width) {
        Part.Layered examined = new Part.Layered(layer, parameters);
        Part.Layered dense = new Part.Layered(new PlainDense(), Parameters.NONE);
        Part tanh = new Part.Activated(PlainActivation.TANH, new Arguments(Map.of()), false);
        List<Part> hidden = new ArrayList<>(List.of(dense));
        if (this == BEFORE_ACTIVATION || this == TWICE) {
            hidden.add(examined);
        }
        hidden.add(tanh);
        if (this == AFTER_ACTIVATION || this == TWICE) {
            hidden.add(examined);
        }
        return new Architecture(
                2,
                1,
                DEPTH,
                width,
                this == ENCODING ? List.of(examined) : List.of(),
                hidden,
                this == READ_OUT ? examined : dense);
    }
}
