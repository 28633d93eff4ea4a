package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neuralredshift.engine.figure.Scale;
import org.neuralredshift.engine.statistics.Bootstrap;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.statistics.QuadraticFit;
import org.neuralredshift.engine.store.Observation;

/**
 * Where along a parameter a metric is largest: the maximum of a quadratic fit on the range of the parameter, or the value with the
 * largest mean. All measurements of a seed are resampled together. Of values spaced like a geometric series the logarithm is
 * taken. A change is told in doublings.
 *
 * @param summit what is sought
 * @param metric label
 */
record Summits(Question.Summit summit, String metric) {
    /** One measurement: the parameter, the value, the index of the seed. */
    private record Point(double u, double y, int seed) {}

    /** The peak of these cells. */
    Sampled level(List<MeasuredCell> cells) {
        boolean logarithmic = isLogarithmic(cells);
        Map<String, Integer> leftOut = new TreeMap<>();
        Map<Long, Integer> seeds = new HashMap<>();
        List<Point> points = points(cells, logarithmic, seeds, leftOut);
        Estimate at = Bootstrap.of(seeds.size(), counts -> argmax(points, counts));
        Estimate shown = logarithmic
                ? new Estimate(Math.exp(at.value()), Math.exp(at.low()), Math.exp(at.high()), at.units())
                : at;
        return new Sampled(shown, Sampled.SEEDS, points.size(), leftOut);
    }

    /** The change of the peak, seeds in common. */
    Sampled effect(Question.Effect effect, List<MeasuredCell> cells) {
        List<MeasuredCell> from = Best.having(effect.of(), effect.from(), cells);
        List<MeasuredCell> to = Best.having(effect.of(), effect.to(), cells);
        boolean logarithmic =
                isLogarithmic(Stream.concat(from.stream(), to.stream()).toList());
        Map<String, Integer> leftOut = new TreeMap<>();
        Map<Long, Integer> seeds = new HashMap<>();
        List<Point> before = points(from, logarithmic, seeds, leftOut);
        List<Point> after = points(to, logarithmic, seeds, leftOut);
        Estimate change = before.isEmpty() || after.isEmpty()
                ? Estimate.NONE
                : Bootstrap.of(
                        seeds.size(), counts -> doublings(argmax(before, counts), argmax(after, counts), logarithmic));
        return new Sampled(change, Sampled.SEEDS, before.size() + after.size(), leftOut);
    }

    private static double doublings(double before, double after, boolean logarithmic) {
        return (logarithmic ? after - before : Math.log(after / before)) / Math.log(2);
    }

    private boolean isLogarithmic(List<MeasuredCell> cells) {
        double[] values =
                cells.stream().mapToDouble(this::parameter).distinct().sorted().toArray();
        return values.length > 1 && Scale.along(values).logarithmic();
    }

    private double parameter(MeasuredCell cell) {
        return cell.parameters().get(summit.of()) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private List<Point> points(
            List<MeasuredCell> cells, boolean logarithmic, Map<Long, Integer> seeds, Map<String, Integer> leftOut) {
        List<Point> points = new ArrayList<>();
        for (MeasuredCell cell : cells) {
            double x = parameter(cell);
            for (Map.Entry<Long, Observation> entry : new TreeMap<>(cell.bySeed(metric)).entrySet()) {
                Observation observation = entry.getValue();
                if (observation.isOk()) {
                    int seed = seeds.computeIfAbsent(entry.getKey(), s -> seeds.size());
                    points.add(new Point(logarithmic ? Math.log(x) : x, observation.value(), seed));
                } else {
                    leftOut.merge(observation.status(), 1, Integer::sum);
                }
            }
        }
        return points;
    }

    private double argmax(List<Point> points, int[] counts) {
        return summit.fitted() ? fitted(points, counts) : largestMean(points, counts);
    }

    private static double fitted(List<Point> points, int[] counts) {
        return QuadraticFit.of(
                        points.stream().mapToDouble(Point::u).toArray(),
                        points.stream().mapToDouble(Point::y).toArray(),
                        points.stream().mapToInt(point -> counts[point.seed()]).toArray())
                .argmax();
    }

    /** The parameter with the largest mean; the least of those that share it. */
    private static double largestMean(List<Point> points, int[] counts) {
        TreeMap<Double, double[]> sums = new TreeMap<>();
        for (Point point : points) {
            double[] sum = sums.computeIfAbsent(point.u(), u -> new double[2]);
            sum[0] += counts[point.seed()] * point.y();
            sum[1] += counts[point.seed()];
        }
        double best = Double.NaN;
        double largest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Double, double[]> entry : sums.entrySet()) {
            double mean = entry.getValue()[0] / entry.getValue()[1];
            if (mean > largest) {
                largest = mean;
                best = entry.getKey();
            }
        }
        return best;
    }
}
