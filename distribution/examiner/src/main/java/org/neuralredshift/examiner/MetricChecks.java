package org.neuralredshift.examiner;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.data.Grid;
import org.neuralredshift.api.metric.Metric;
import org.neuralredshift.api.parameter.InvalidParameterException;
import org.neuralredshift.api.parameter.Parameters;
import org.neuralredshift.testkit.Invariance;
import org.neuralredshift.testkit.MetricSuite;
import org.neuralredshift.testkit.Range;

/** What an author of a metric inherits, on functions of as many inputs as it takes. */
final class MetricChecks extends MetricSuite {
    private static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final int USUAL_DIMENSION = 2;
    private static final List<Integer> DIMENSIONS = List.of(USUAL_DIMENSION, 1, 3);
    private static final int SIZE = 64;

    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Metric> extensions() {
        return examination.extensions(Metric.class);
    }

    @Override
    protected Range range(Metric metric, Parameters parameters) {
        return examination.declaration().anyRange() ? ANY : super.range(metric, parameters);
    }

    @Override
    protected Set<Invariance> invariances(Metric metric, Parameters parameters) {
        return examination.declaration().invariances();
    }

    @Override
    protected int dimension(Metric metric) {
        return DIMENSIONS.stream()
                .filter(dimension -> takes(metric, dimension))
                .findFirst()
                .orElse(USUAL_DIMENSION);
    }

    private static boolean takes(Metric metric, int dimension) {
        try {
            Parameters defaults = metric.parameters().defaults();
            metric.prepare(metric.sampling(Grid.uniform(SIZE, dimension), defaults), defaults);
            return true;
        } catch (InvalidParameterException e) {
            return false;
        }
    }
}
