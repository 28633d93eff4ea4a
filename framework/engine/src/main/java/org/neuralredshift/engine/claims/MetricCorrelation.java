package org.neuralredshift.engine.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuralredshift.engine.statistics.Correlation;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/**
 * How two metrics of a study go together, over all its networks.
 *
 * @param first label
 * @param second label
 * @param pearson with its interval
 * @param spearman with its interval
 * @param units what is resampled: cells, or networks if the study has fewer cells than an interval needs
 * @param networks how many both metrics measured
 * @param leftOut networks for which either found nothing to measure, by status
 */
public record MetricCorrelation(
        String first,
        String second,
        Estimate pearson,
        Estimate spearman,
        String units,
        int networks,
        Map<String, Integer> leftOut) {

    /** Every pair of a study's metrics that networks were measured with. */
    public static List<MetricCorrelation> of(Study study, List<Observation> observations) {
        return of(study, observations, study.metrics());
    }

    /** Every pair of some labels that networks were measured with. */
    public static List<MetricCorrelation> of(Study study, List<Observation> observations, List<String> metrics) {
        List<MeasuredCell> cells = MeasuredCell.of(study, observations);
        // Thousands of resamples of each pair: pairs are computed side by side, and listed in the order of the metrics.
        return IntStream.range(0, metrics.size() * metrics.size())
                .filter(pair -> pair / metrics.size() < pair % metrics.size())
                .parallel()
                .mapToObj(pair -> of(cells, metrics.get(pair / metrics.size()), metrics.get(pair % metrics.size())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MetricCorrelation> of(List<MeasuredCell> cells, String first, String second) {
        Points points = Points.of(cells, first, second);
        if (points.count() < 2) {
            return Optional.empty();
        }
        Correlation correlation = points.correlation();
        return Optional.of(new MetricCorrelation(
                first,
                second,
                correlation.pearson(),
                correlation.spearman(),
                points.units(),
                points.count(),
                points.leftOut()));
    }
}
