package org.neuralredshift.layers;

import org.neuralredshift.api.Description;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.network.Stage;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;

/**
 * Random Fourier features of the value x {@code [points, inputs]}: cos(2π B x) of all {@code count} rows of B, then sin(2π B x)
 * of the same, where the elements of B {@code [count, inputs]} are normal with the given standard deviation; {@code [points, 2
 * count]}.
 */
public final class FourierFeatures implements Layer {
    private static final String COUNT = "count";
    private static final String DEVIATION = "deviation";

    private static final ParameterSchema PARAMETERS = ParameterSchema.of(
            Parameter.integer(
                    COUNT, 64, Origin.ASSUMED, 1, 8192, "frequencies", "random frequencies; each gives two features"),
            Parameter.real(
                    DEVIATION,
                    1,
                    Origin.ASSUMED,
                    0,
                    1e6,
                    "periods",
                    "standard deviation of a frequency, in periods on [0, 1]"));

    /** For the service loader. */
    public FourierFeatures() {}

    @Override
    public String id() {
        return "fourier-features";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Random Fourier features: cosines and sines of the inputs with random frequencies.",
                "[cos(2π B x), sin(2π B x)], B normal with standard deviation `deviation`",
                "Tancik et al., \"Fourier features let networks learn high frequency functions in low dimensional"
                        + " domains\", NeurIPS 2020, arXiv 2006.10739");
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        int inputs = stage.features();
        int count = parameters.count(COUNT);
        Tensor frequency = graph.weight("frequency", Shape.of(count, inputs), inputs, count, Tensor.Role.FREQUENCY);
        Tensor product = graph.matrixProduct(stage.value(), graph.transpose(frequency, 1, 0));
        Scalar argument = Scalar.input(0).times(2 * Math.PI * parameters.real(DEVIATION));
        Tensor cosines = graph.pad(graph.map(argument.cos(), product), 1, 0, count);
        Tensor sines = graph.pad(graph.map(argument.sin(), product), 1, count, 0);
        return graph.map(Scalar.input(0).plus(Scalar.input(1)), cosines, sines);
    }
}
