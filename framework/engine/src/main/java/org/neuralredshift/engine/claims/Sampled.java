package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.api.task.Stages;
import org.neuralredshift.engine.statistics.Bootstrap;
import org.neuralredshift.engine.statistics.Correlation;
import org.neuralredshift.engine.statistics.Estimate;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;

/**
 * The number that a claim is about, for one group of networks.
 *
 * <p>Networks of one seed share their random numbers, so seeds are the independent units of effects and levels: differences
 * are taken within a seed, averaged over the cells that the claim does not tell apart, and the seeds are resampled. For
 * correlations whole cells are resampled, or networks if there are fewer cells than an interval needs.
 *
 * @param estimate with its interval
 * @param units what its units are
 * @param measurements values, or pairs of them, that went in
 * @param leftOut those that did not, by reason
 */
record Sampled(Estimate estimate, String units, int measurements, Map<String, Integer> leftOut) {
    static final String SEEDS = "seeds";
    private static final String UNPAIRED = "without a counterpart";

    static Sampled of(Claim claim, List<MeasuredCell> cells) {
        return switch (claim.question()) {
            case Question.Effect effect -> effect(claim.metric(), effect, cells);
            case Question.Level _ -> level(claim.metric(), cells);
            case Question.BestLevel best -> new Best(best.over(), claim.metric()).level(cells);
            case Question.BestEffect best -> new Best(best.over(), claim.metric()).effect(best.effect(), cells);
            case Question.PeakLevel peak -> new Summits(peak.summit(), claim.metric()).level(cells);
            case Question.PeakEffect peak -> new Summits(peak.summit(), claim.metric()).effect(peak.effect(), cells);
            case Question.Association association -> association(claim.metric(), association, cells);
        };
    }

    private static Sampled effect(String metric, Question.Effect effect, List<MeasuredCell> cells) {
        if (effect.of().equals(FigureSpec.STAGE)) {
            return change(metric, effect, cells);
        }
        Map<Map<String, Object>, MeasuredCell> targets = new HashMap<>();
        Map<Map<String, Object>, MeasuredCell> origins = new LinkedHashMap<>();
        for (MeasuredCell cell : cells) {
            if (cell.has(effect.of(), effect.to())) {
                targets.put(others(cell, effect.of()), cell);
            } else if (cell.has(effect.of(), effect.from())) {
                origins.put(others(cell, effect.of()), cell);
            }
        }
        Tally tally = new Tally();
        origins.forEach((others, origin) -> {
            MeasuredCell target = targets.remove(others);
            tally.addPairs(origin.bySeed(metric), target == null ? Map.of() : target.bySeed(metric));
        });
        targets.values().forEach(target -> tally.addPairs(Map.of(), target.bySeed(metric)));
        return tally.bySeed();
    }

    /** From one stage to another of the same networks. */
    private static Sampled change(String metric, Question.Effect effect, List<MeasuredCell> cells) {
        Tally tally = new Tally();
        String from = Stages.label(metric, effect.from().toString());
        String to = Stages.label(metric, effect.to().toString());
        cells.forEach(cell -> tally.addPairs(cell.bySeed(from), cell.bySeed(to)));
        return tally.bySeed();
    }

    private static Map<String, Object> others(MeasuredCell cell, String parameter) {
        Map<String, Object> others = new HashMap<>(cell.parameters());
        others.remove(parameter);
        return others;
    }

    static Sampled level(String metric, List<MeasuredCell> cells) {
        Tally tally = new Tally();
        cells.forEach(cell -> cell.bySeed(metric).forEach(tally::addValue));
        return tally.bySeed();
    }

    private static Sampled association(String metric, Question.Association association, List<MeasuredCell> cells) {
        Points points = Points.of(cells, metric, association.with());
        Correlation correlation = points.correlation();
        Estimate estimate = points.count() == 0
                ? Estimate.NONE
                : association.ranks() ? correlation.spearman() : correlation.pearson();
        return new Sampled(estimate, points.units(), points.count(), points.leftOut());
    }

    /** Values by seed, and what was left out. */
    static final class Tally {
        private final Map<Long, List<Double>> values = new TreeMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();

        void addPairs(Map<Long, Observation> origins, Map<Long, Observation> targets) {
            TreeSet<Long> seeds = new TreeSet<>(origins.keySet());
            seeds.addAll(targets.keySet());
            for (Long seed : seeds) {
                addPair(seed, origins.get(seed), targets.get(seed));
            }
        }

        private void addPair(Long seed, @Nullable Observation origin, @Nullable Observation target) {
            if (origin == null || target == null) {
                leaveOut(UNPAIRED);
            } else if (!origin.isOk()) {
                leaveOut(origin.status());
            } else if (!target.isOk()) {
                leaveOut(target.status());
            } else {
                add(seed, target.value() - origin.value());
            }
        }

        void addValue(Long seed, Observation observation) {
            if (observation.isOk()) {
                add(seed, observation.value());
            } else {
                leaveOut(observation.status());
            }
        }

        void add(Long seed, double value) {
            values.computeIfAbsent(seed, s -> new ArrayList<>()).add(value);
        }

        void leaveOut(String reason) {
            leftOut.merge(reason, 1, Integer::sum);
        }

        /** Each seed counts once, with the mean of its values. */
        Sampled bySeed() {
            double[] means = values.values().stream()
                    .mapToDouble(
                            of -> of.stream().mapToDouble(Double::doubleValue).sum() / of.size())
                    .toArray();
            int measurements = values.values().stream().mapToInt(List::size).sum();
            return new Sampled(Bootstrap.mean(means), SEEDS, measurements, leftOut);
        }
    }
}
