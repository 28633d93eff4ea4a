package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.statistics.Bootstrap;
import org.neuralredshift.engine.statistics.Correlation;
import org.neuralredshift.engine.store.Observation;

/**
 * Networks as points: one metric against another.
 *
 * @param x values of the first
 * @param y values of the second
 * @param cell of each point, from 0
 * @param cells how many have a point
 * @param leftOut networks for which either metric found nothing to measure, by status
 */
record Points(List<Double> x, List<Double> y, List<Integer> cell, int cells, Map<String, Integer> leftOut) {
    static Points of(List<MeasuredCell> measured, String first, String second) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> cell = new ArrayList<>();
        Map<String, Integer> leftOut = new TreeMap<>();
        int cells = 0;
        for (MeasuredCell one : measured) {
            Map<Long, Observation> others = one.bySeed(second);
            int before = x.size();
            new TreeMap<>(one.bySeed(first)).forEach((seed, observation) -> {
                Observation other = others.get(seed);
                if (observation.isOk() && other != null && other.isOk()) {
                    x.add(observation.value());
                    y.add(other.value());
                } else {
                    leftOut.merge(reason(observation, other), 1, Integer::sum);
                }
            });
            if (x.size() > before) {
                cell.addAll(Collections.nCopies(x.size() - before, cells++));
            }
        }
        return new Points(x, y, cell, cells, leftOut);
    }

    private static String reason(Observation one, @Nullable Observation other) {
        return !one.isOk() ? one.status() : other == null ? "without a counterpart" : other.status();
    }

    int count() {
        return x.size();
    }

    private boolean areCellsEnough() {
        return cells >= Bootstrap.FEWEST_UNITS;
    }

    /** What is resampled. */
    String units() {
        return areCellsEnough() ? "cells" : "networks";
    }

    Correlation correlation() {
        int[] clusters = new int[count()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = areCellsEnough() ? cell.get(i) : i;
        }
        return new Correlation(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray(),
                clusters,
                areCellsEnough() ? cells : count());
    }
}
