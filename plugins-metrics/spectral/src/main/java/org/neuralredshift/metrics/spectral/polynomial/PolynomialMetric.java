package org.neuralredshift.metrics.spectral.polynomial;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.neuralredshift.api.Description;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.data.SampleSpec;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.metric.MetricGraph;
import org.neuralredshift.api.metric.Probe;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Origin;
import org.neuralredshift.api.parameter.Parameter;
import org.neuralredshift.api.parameter.ParameterSchema;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.metrics.spectral.SquareGrid;

/**
 * The mean order of a function's coefficients on one {@link Basis}: {@link PolynomialProbe} has the definition. The
 * function is sampled on the basis' own nodes, as many per axis as the grid of the study has points ({@link Quadrature}), or
 * on that grid itself ({@link GridFit}).
 */
abstract sealed class PolynomialMetric implements Metric permits ChebyshevMetric, LegendreMetric, HermiteMetric {
    private final Basis basis;
    private final Description description;

    /**
     * @param polynomials what they are called
     * @param nodes where the function is sampled, as the end of a sentence
     * @param square the part of the polynomials' axis that the square is, as a clause
     * @param source of the basis
     */
    PolynomialMetric(Basis basis, String polynomials, String nodes, String square, String source) {
        this.basis = basis;
        this.description = new Description(
                "Mean order of the function's coefficients on " + polynomials
                        + " polynomials; white noise is near 1, smooth functions near 0.",
                "C = (sum over k of k f(k) / sum over k of f(k)) / C_white, k = 1..K. f(k) is the mean of |c(i, j)| over"
                        + " the terms with max(i, j) = k, c(i, j) the coefficient of p_i(x1) p_j(x2), p the "
                        + polynomials
                        + " polynomials, orthonormal for their weight scaled to integrate to 1, by quadrature on "
                        + nodes + ", n per axis for a grid of n x n; K = min(40, n/2). With nodes=grid the coefficients"
                        + " are those of the least-squares fit of all p_i(x1) p_j(x2), i and j up to K, to the n x n"
                        + " samples; a sample weighs by the product over both axes of the basis' weight integrated over"
                        + " half a step to either side; " + square
                        + "; K = min(20, n/2) or what is sound. C_white is the same mean order"
                        + " of the spectrum that Gaussian white noise is expected to have on these nodes. Unscaled: the"
                        + " mean order.",
                "Teney, Nicolicioiu, Hartmann, Abbasnejad: Neural Redshift, CVPR 2024, arXiv 2403.02241. The mean over k"
                        + " is the paper's; nodes, order of a term, K and scale are assumed. " + source);
    }

    @Override
    public final String id() {
        return basis.id();
    }

    @Override
    public final int revision() {
        return 1;
    }

    @Override
    public final Description description() {
        return description;
    }

    @Override
    public final ParameterSchema parameters() {
        return ParameterSchema.of(
                Parameter.integer(
                        "orders",
                        0,
                        Origin.ASSUMED,
                        0,
                        1 << 20,
                        "",
                        "The highest order K, below the number of nodes per axis; 0 takes 40, or half the nodes if that is"
                                + " less. With nodes=grid at most what amplifies noise less than twofold, about three"
                                + " times the root of the points, or for Hermite three quarters of them; 0 takes 20, half"
                                + " the points or that, whichever is least."),
                Parameter.choice(
                        "nodes",
                        "own",
                        Origin.ASSUMED,
                        List.of("own", "grid"),
                        "Where the function is sampled: own, the basis' quadrature nodes, by quadrature; grid, the uniform"
                                + " grid of the study, by least squares, which spares an evaluation of the network."),
                Parameter.choice(
                        "order",
                        "max",
                        Origin.ASSUMED,
                        List.of("max", "sum"),
                        "Whether the order of p_i(x1) p_j(x2) is the larger one of i and j, or their sum."),
                Parameter.choice(
                        "spectrum",
                        "amplitude",
                        Origin.ASSUMED,
                        List.of("amplitude", "power"),
                        "Whether a term weighs by |c| or by its square."),
                Parameter.choice(
                        "scale",
                        "white",
                        Origin.ASSUMED,
                        List.of("white", "none"),
                        "Divide by the mean order of white noise, or not at all."));
    }

    @Override
    public final SampleSpec sampling(Grid requested, Parameters parameters) {
        Nodes nodes = nodes(SquareGrid.size(requested), parameters);
        nodes.highest(parameters.count("orders"));
        return grid(nodes);
    }

    @Override
    public final Probe prepare(SampleSpec spec, Parameters parameters) {
        Nodes nodes = nodes(spec, parameters);
        double[][] projection = nodes.projection(nodes.highest(parameters.count("orders")));
        return new PolynomialProbe(nodes.weights(), projection, mean(projection, parameters));
    }

    /**
     * {@inheritDoc}
     *
     * <p>For orders up to 160: beyond, its tables are too large.
     */
    @Override
    public final Optional<MetricGraph> graph(SampleSpec spec, Parameters parameters) {
        Nodes nodes = nodes(spec, parameters);
        int highest = nodes.highest(parameters.count("orders"));
        if (!PolynomialGraph.fits(nodes.size(), highest)) {
            return Optional.empty();
        }
        double[][] projection = nodes.projection(highest);
        return Optional.of(new PolynomialGraph(nodes.weights(), projection, mean(projection, parameters)));
    }

    private static OrderMean mean(double[][] projection, Parameters parameters) {
        return new OrderMean(
                projection,
                Orders.named(parameters.text("order")),
                parameters.text("spectrum").equals("power"),
                parameters.text("scale").equals("white"));
    }

    /** The nodes that samples stand on. */
    private Nodes nodes(SampleSpec spec, Parameters parameters) {
        if (spec instanceof Grid grid && grid.isSquare() && grid.size() >= SquareGrid.SMALLEST) {
            Nodes nodes = nodes(grid.size(), parameters);
            if (grid.equals(grid(nodes))) {
                return nodes;
            }
        }
        throw new InvalidParameterException("grid", SquareGrid.describe(spec), lawful(parameters));
    }

    private Nodes nodes(int size, Parameters parameters) {
        return isOnGrid(parameters) ? new GridFit(basis, size) : Quadrature.of(basis, size);
    }

    private String lawful(Parameters parameters) {
        return isOnGrid(parameters)
                ? SquareGrid.LAWFUL
                : "the nodes of " + basis.id() + " on both axes, at least " + SquareGrid.SMALLEST
                        + "; with nodes=grid, " + SquareGrid.LAWFUL;
    }

    private static boolean isOnGrid(Parameters parameters) {
        return parameters.text("nodes").equals("grid");
    }

    private static Grid grid(Nodes nodes) {
        return new Grid(Collections.nCopies(2, nodes.axis()));
    }
}
