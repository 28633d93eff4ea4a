package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.neuralredshift.engine.statistics.Association;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;

/**
 * How the metric goes with one axis of a panel. Networks of one seed share their random numbers across cells, so seeds are
 * the independent repetitions: each statistic is computed per seed, within each value of the other axis, averaged over that
 * axis, and summarised over seeds.
 *
 * @param perStep change of the metric per tenfold (logarithmic) or per unit (linear)
 * @param rank Spearman's correlation
 * @param logarithmic whether the axis is taken as its decimal logarithm
 */
record Trend(Summary perStep, Summary rank, boolean logarithmic) {
    private static final int FEWEST_POINTS = 3;

    /** The trend along x, over all of y. */
    static Trend alongX(Sweep sweep, int panel) {
        return of(sweep, panel, true, 0, sweep.y(panel).size());
    }

    /** The trend along x at one value of y. */
    static Trend alongX(Sweep sweep, int panel, int row) {
        return of(sweep, panel, true, row, row + 1);
    }

    /** The trend along y. */
    static Trend alongY(Sweep sweep, int panel) {
        return of(sweep, panel, false, 0, sweep.x(panel).size());
    }

    private static Trend of(Sweep sweep, int panel, boolean alongX, int from, int to) {
        List<Object> values = alongX ? sweep.x(panel).values() : sweep.y(panel).values();
        boolean logarithmic = alongX && isWide(values);
        Map<Long, List<Double>> slopes = new TreeMap<>();
        Map<Long, List<Double>> ranks = new TreeMap<>();
        for (int other = from; other < to; other++) {
            Map<Long, List<double[]>> bySeed = new TreeMap<>();
            for (int i = 0; i < values.size(); i++) {
                double number = ((Number) values.get(i)).doubleValue();
                double at = logarithmic ? Math.log10(number) : number;
                var cell = alongX ? sweep.observations(panel, i, other) : sweep.observations(panel, other, i);
                for (Observation observation : cell) {
                    if (observation.isOk()) {
                        bySeed.computeIfAbsent(observation.seed(), s -> new ArrayList<>())
                                .add(new double[] {at, observation.value()});
                    }
                }
            }
            collect(bySeed, Association::slope, slopes);
            collect(bySeed, Association::spearman, ranks);
        }
        return new Trend(summary(slopes), summary(ranks), logarithmic);
    }

    private static boolean isWide(List<Object> values) {
        double low = ((Number) values.getFirst()).doubleValue();
        double high = ((Number) values.getLast()).doubleValue();
        return low > 0 && high / low >= 10;
    }

    private static void collect(
            Map<Long, List<double[]>> bySeed,
            ToDoubleBiFunction<double[], double[]> statistic,
            Map<Long, List<Double>> into) {
        bySeed.forEach((seed, points) -> {
            if (points.size() < FEWEST_POINTS) {
                return;
            }
            double[] at = points.stream().mapToDouble(point -> point[0]).toArray();
            double[] value = points.stream().mapToDouble(point -> point[1]).toArray();
            double result = statistic.applyAsDouble(at, value);
            if (Double.isFinite(result)) {
                into.computeIfAbsent(seed, s -> new ArrayList<>()).add(result);
            }
        });
    }

    private static Summary summary(Map<Long, List<Double>> bySeed) {
        return Summary.of(bySeed.values().stream()
                .mapToDouble(values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .toArray());
    }
}
