package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<MeasuredCell> cells = MeasuredCell.of(study, observations);
        List<String> metrics = study.metrics();
        List<MetricCorrelation> pairs = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            for (int j = i + 1; j < metrics.size(); j++) {
                Points points = Points.of(cells, metrics.get(i), metrics.get(j));
                if (points.count() > 1) {
                    Correlation correlation = points.correlation();
                    pairs.add(new MetricCorrelation(
                            metrics.get(i),
                            metrics.get(j),
                            correlation.pearson(),
                            correlation.spearman(),
                            points.units(),
                            points.count(),
                            points.leftOut()));
                }
            }
        }
        return pairs;
    }
}
