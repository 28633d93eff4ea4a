package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.store.Observation;

/**
 * Networks as points of a plane: one label against another.
 *
 * @param points of networks that both labels have a value for
 * @param spearman their rank correlation
 * @param units what is resampled for its interval: cells, or networks if there are few cells
 * @param leftOut networks without a point, by status
 */
public record Networks(List<Point> points, Estimate spearman, String units, Map<String, Integer> leftOut) {
    /**
     * A network.
     *
     * @param observation of the first label
     * @param x its value
     * @param y value of the second label
     */
    public record Point(Observation observation, double x, double y) {}

    /** The networks of these observations, by two labels. */
    public static Networks of(List<Observation> observations, String first, String second) {
        List<MeasuredCell> cells = MeasuredCell.all(observations);
        List<Point> points = new ArrayList<>();
        for (MeasuredCell cell : cells) {
            Map<Long, Observation> others = cell.bySeed(second);
            cell.bySeed(first).values().stream()
                    .sorted(Comparator.comparingLong(Observation::seed))
                    .forEach(one -> {
                        Observation other = others.get(one.seed());
                        if (one.isOk() && other != null && other.isOk()) {
                            points.add(new Point(one, one.value(), other.value()));
                        }
                    });
        }
        Points all = Points.of(cells, first, second);
        Estimate spearman = all.count() == 0 ? Estimate.NONE : all.correlation().spearman();
        return new Networks(points, spearman, all.units(), all.leftOut());
    }
}
