package org.neuralredshift.layers;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * A residual connection around the activation or around the hidden layer.
 *
 * <ul>
 *   <li>{@code paper}: value + z, where z is the argument of the activation of this hidden layer: z + φ(z) for a
 *       perceptron. It stands after the activation.
 *   <li>{@code textbook}: value + x, where x is what enters the hidden layer: x + φ(Wx + b). The first hidden layer, whose
 *       input has another width than the rest, has no such connection: there the value stays as it is.
 * </ul>
 *
 * <p>Both summands must have one shape; anything else is refused.
 */
public final class Residual implements Layer {
    private static final String FORM = "form";
    private static final String PAPER = "paper";
    private static final String TEXTBOOK = "textbook";

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(Parameter.choice(
            FORM,
            PAPER,
            Origin.PAPER,
            List.of(PAPER, TEXTBOOK),
            "what is added: paper is the argument of the activation, textbook the input of the hidden layer"));

    /** For the service loader. */
    public Residual() {}

    @Override
    public String id() {
        return "residual";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Residual connection: adds the argument of the activation, or the input of the hidden layer.",
                "paper: z + φ(z), z = Wx + b; textbook: x + φ(Wx + b), and φ(Wx + b) in the first hidden layer",
                "He, Zhang, Ren and Sun, \"Deep residual learning for image recognition\", CVPR 2016, arXiv 1512.03385;"
                        + " the form paper: Teney et al., CVPR 2024");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        if (parameters.text(FORM).equals(PAPER)) {
            Tensor argument = stage.argument()
                    .orElseThrow(() -> graph.error("the form paper adds the argument of the activation, but there is no"
                            + " activation before it: put residual after the activation"));
            return sum(graph, stage.value(), argument);
        }
        return stage.first() ? stage.value() : sum(graph, stage.value(), stage.input());
    }

    private static Tensor sum(GraphBuilder graph, Tensor value, Tensor skipped) {
        graph.requireSameShape("residual sum", value, skipped);
        return graph.map(Scalar.input(0).plus(Scalar.input(1)), value, skipped);
    }
}
