package org.neuralredshift.testkit.plain;

import static org.neuralredshift.testkit.plain.Case.Measure.EXACT;
import static org.neuralredshift.testkit.plain.Case.Measure.SMOOTH;
import static org.neuralredshift.testkit.plain.Case.Measure.SUM;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.neuralredshift.api.expression.Scalar;
import org.neuralredshift.api.graph.GraphBuilder;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/** Every tensor operation, alone and as layers combine them, on so many points of odd and empty sizes. */
public final class Cases {
    private static final Scalar A = Scalar.input(0);
    private static final Scalar B = Scalar.input(1);

    private final int points;
    private final List<Case> cases = new ArrayList<>();

    private Cases(int points) {
        this.points = points;
    }

    /** The cases, on tensors {@code [points, features]} or of that many rows. */
    public static List<Case> of(int points) {
        Cases cases = new Cases(points);
        cases.products();
        cases.maps();
        cases.reductions();
        cases.rearrangements();
        cases.tables();
        cases.layers();
        return cases.cases;
    }

    private void add(String name, Case.Measure measure, int terms, Function<CaseBuilder, Tensor> result) {
        CaseBuilder builder = new CaseBuilder();
        cases.add(builder.build(name, measure, terms, result.apply(builder)));
    }

    private void products() {
        add("product with a weight", SUM, 5, b -> product(b, b.input(points, 5), b.weight(3, 5)));
        add("dense layer", SUM, 6, b -> {
            Tensor product = product(b, b.input(points, 5), b.weight(3, 5));
            return b.graph().map(A.plus(B), product, b.weight(3));
        });
        add("product with a constant", SUM, 2, b -> {
            Tensor constant = b.graph().constant(Shape.of(2, 3), 0.5, -1.25, 3, 0.1, -0.7, 2);
            return b.graph().matrixProduct(b.input(points, 2), constant);
        });
        add("product of inputs", SUM, 5, b -> b.graph().matrixProduct(b.input(points, 5), b.input(5, 3)));
        add("product over no features", EXACT, 0, b -> product(b, b.input(points, 0), b.weight(3, 0)));
    }

    private static Tensor product(CaseBuilder b, Tensor x, Tensor weight) {
        return b.graph().matrixProduct(x, b.graph().transpose(weight, 1, 0));
    }

    private void maps() {
        add("map of two tensors", EXACT, 1, b -> {
            Tensor x = b.input(points, 5);
            return b.graph().map(A.times(B), x, b.input(points, 5));
        });
        add("map that stretches a row", EXACT, 1, b -> b.graph().map(A.plus(B), b.input(points, 5), b.weight(5)));
        add("map that stretches a column", EXACT, 1, b -> {
            Tensor x = b.input(points, 5);
            return b.graph().map(A.minus(B), x, b.input(points, 1));
        });
        add("map with a number of each network", EXACT, 1, b -> {
            Tensor x = b.input(points, 5);
            return b.graph().map(A.times(B), x, b.scalar("factor"));
        });
        add("map that networks share", EXACT, 1, b -> b.graph().map(A.times(2).abs(), b.input(points, 5)));
        add("map of nothing", EXACT, 1, b -> b.graph().map(A.times(2), b.input(points, 0)));
    }

    private void reductions() {
        add("sum over features", SUM, 5, b -> b.graph().reduce(Tensor.Reduction.SUM, b.input(points, 5), 1));
        add("sum over points", SUM, points, b -> b.graph().reduce(Tensor.Reduction.SUM, b.input(points, 5), 0));
        add("sum over no features", EXACT, 0, b -> b.graph().reduce(Tensor.Reduction.SUM, b.input(points, 0), 1));
        add("sum over the middle axis", SUM, 3, b -> b.graph().reduce(Tensor.Reduction.SUM, b.input(points, 3, 2), 1));
        add("maximum over features", EXACT, 5, b -> b.graph().reduce(Tensor.Reduction.MAXIMUM, b.input(points, 5), 1));
        add("maximum over points", EXACT, 5, b -> b.graph().reduce(Tensor.Reduction.MAXIMUM, b.input(points, 5), 0));
        add(
                "maximum over no features",
                EXACT,
                0,
                b -> b.graph().reduce(Tensor.Reduction.MAXIMUM, b.input(points, 0), 1));
        add("maximum with NaN", EXACT, 5, b -> {
            Tensor x = b.input(Shape.of(points, 5), CaseBuilder.special(points * 5));
            return b.graph().reduce(Tensor.Reduction.MAXIMUM, x, 1);
        });
    }

    private void rearrangements() {
        add("expand of a feature", EXACT, 1, b -> b.graph().expand(b.input(points, 1), Shape.of(points, 4)));
        add("expand of a row", EXACT, 1, b -> b.graph().expand(b.weight(4), Shape.of(points, 4)));
        add("reshape of rows", EXACT, 1, b -> b.graph().reshape(b.input(points, 4), Shape.of(2 * points, 2)));
        add("reshape to three axes", EXACT, 1, b -> b.graph().reshape(b.input(points, 4), Shape.of(points, 2, 2)));
        add("transpose", EXACT, 1, b -> b.graph().transpose(b.input(points, 5), 1, 0));
        add("transpose of three axes", EXACT, 1, b -> b.graph().transpose(b.input(points, 3, 2), 1, 2, 0));
        add("slice of features", EXACT, 1, b -> b.graph().slice(b.input(points, 5), 1, 1, 4));
        add("slice of points", EXACT, 1, b -> b.graph().slice(b.input(points, 5), 0, points / 2, points));
        add("slice of nothing", EXACT, 1, b -> b.graph().slice(b.input(points, 5), 1, 2, 2));
        add("pad of features", EXACT, 1, b -> b.graph().pad(b.input(points, 5), 1, 2, 1));
        add("pad of points", EXACT, 1, b -> b.graph().pad(b.input(points, 5), 0, 1, 2));
    }

    private void tables() {
        add("gather of a weight", SUM, 3, b -> {
            Tensor rows = b.graph().gather(b.weight(4, 3), b.graph().constant(Shape.of(5), 2, 0, 3, 2, 1));
            return product(b, b.input(points, 3), rows);
        });
        add("gather of an input", EXACT, 1, b -> b.graph().gather(b.input(4, 3), b.indices(points, 4)));
        add("scatter-add", SUM, points, b -> {
            Tensor values = b.input(points, 3);
            return b.graph().scatterAdd(values, b.indices(points, 4), 4);
        });
    }

    private void layers() {
        add("softmax", SMOOTH, 5, b -> {
            GraphBuilder graph = b.graph();
            Tensor x = product(b, b.input(points, 3), b.weight(5, 3));
            Tensor greatest = graph.reduce(Tensor.Reduction.MAXIMUM, x, 1);
            Tensor exponential = graph.map(A.minus(B).exp(), x, greatest);
            return graph.map(A.dividedBy(B), exponential, graph.reduce(Tensor.Reduction.SUM, exponential, 1));
        });
        add("normalisation", SMOOTH, 5, b -> {
            GraphBuilder graph = b.graph();
            Tensor x = product(b, b.input(points, 3), b.weight(5, 3));
            Tensor mean = graph.map(A.times(0.2), graph.reduce(Tensor.Reduction.SUM, x, 1));
            Tensor centred = graph.map(A.minus(B), x, mean);
            Tensor squares = graph.reduce(Tensor.Reduction.SUM, graph.map(A.squared(), centred), 1);
            return graph.map(A.dividedBy(B.plus(0.1).sqrt()), centred, squares);
        });
        add("value that is used late", SMOOTH, 5, b -> {
            GraphBuilder graph = b.graph();
            Tensor early = product(b, b.input(points, 3), b.weight(5, 3));
            Tensor value = early;
            for (int layer = 0; layer < 3; layer++) {
                value = graph.map(A.tanh(), product(b, value, b.weight(5, 5)));
            }
            return graph.map(A.plus(B), value, early);
        });
    }
}
