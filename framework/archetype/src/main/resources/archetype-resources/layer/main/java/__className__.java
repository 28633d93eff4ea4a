package ${package};

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
 * Root mean square normalisation: the value z {@code [points, n]} of each point is divided by the root of the mean of its n
 * squares, z / sqrt(mean(z^2) + epsilon). Unlike layer normalisation it leaves the mean alone.
 */
public final class ${className} implements Layer {
    private static final String EPSILON = "epsilon";

    /** For the service loader. */
    public ${className}() {}

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Description description() {
        return new Description(
                "Root mean square normalisation: the squares of the features of each point get mean 1.",
                "z / sqrt(mean(z^2) + epsilon)",
                "Zhang and Sennrich, \"Root mean square layer normalization\", NeurIPS 2019, arXiv 1910.07467");
    }

    @Override
    public ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.real(EPSILON, 1e-5, Origin.ASSUMED, 1e-12, 1, "", "added to the mean of the squares"));
    }

    @Override
    public boolean beforeActivation() {
        return true;
    }

    @Override
    public Tensor apply(GraphBuilder graph, Stage stage, Parameters parameters) {
        Scalar first = Scalar.input(0);
        Scalar second = Scalar.input(1);
        Tensor squares = graph.map(first.squared(), stage.value());
        Tensor sum = graph.reduce(Tensor.Reduction.SUM, squares, 1);
        Scalar meanSquare = second.dividedBy(stage.features()).plus(parameters.real(EPSILON));
        return graph.map(first.dividedBy(meanSquare.sqrt()), stage.value(), sum);
    }
}
