package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neuralredshift.engine.store.Observation;

/**
 * A metric at the best of the values of some parameters. Who chooses among many values and judges the choice by the same numbers
 * finds too much: so the seeds, in their order, are dealt into two halves, and what is best in the mean over one half is judged by
 * the seeds of the other. Each seed has the value that it measured where the other half found the best; cells that the choice does
 * not tell apart are averaged, and the first of equally good values is taken.
 *
 * @param over the parameters whose values are chosen
 * @param metric label
 */
record Best(List<String> over, String metric) {
    /** The mean at the best, for these cells. */
    Sampled level(List<MeasuredCell> cells) {
        Sampled.Tally tally = new Sampled.Tally();
        judged(cells, tally).forEach(tally::add);
        return tally.bySeed();
    }

    /** Its change, each side with its own best. */
    Sampled effect(Question.Effect effect, List<MeasuredCell> cells) {
        Sampled.Tally tally = new Sampled.Tally();
        Map<Long, Double> from = judged(having(effect.of(), effect.from(), cells), tally);
        Map<Long, Double> to = judged(having(effect.of(), effect.to(), cells), tally);
        from.forEach((seed, value) -> {
            Double other = to.get(seed);
            if (other != null) {
                tally.add(seed, other - value);
            }
        });
        return tally.bySeed();
    }

    static List<MeasuredCell> having(String parameter, Object value, List<MeasuredCell> cells) {
        return cells.stream().filter(cell -> cell.has(parameter, value)).toList();
    }

    private Map<Long, Double> judged(List<MeasuredCell> cells, Sampled.Tally tally) {
        Map<List<Object>, Map<Long, List<Double>>> choices = new LinkedHashMap<>();
        TreeMap<Long, Integer> halves = new TreeMap<>();
        for (MeasuredCell cell : cells) {
            List<Object> choice = over.stream()
                    .map(name -> cell.parameters().getOrDefault(name, ""))
                    .toList();
            Map<Long, List<Double>> values = choices.computeIfAbsent(choice, c -> new HashMap<>());
            cell.bySeed(metric).forEach((seed, observation) -> {
                halves.put(seed, 0);
                take(seed, observation, values, tally);
            });
        }
        int position = 0;
        for (Map.Entry<Long, Integer> seed : halves.entrySet()) {
            seed.setValue(position++ % 2);
        }
        Map<Long, Double> judged = new TreeMap<>();
        for (int half = 0; half < 2; half++) {
            int chooser = 1 - half;
            int judge = half;
            best(choices, halves, chooser).forEach((seed, values) -> {
                if (halves.getOrDefault(seed, chooser) == judge) {
                    judged.put(seed, mean(values));
                }
            });
        }
        return judged;
    }

    private static void take(Long seed, Observation observation, Map<Long, List<Double>> values, Sampled.Tally tally) {
        if (observation.isOk()) {
            values.computeIfAbsent(seed, s -> new ArrayList<>()).add(observation.value());
        } else {
            tally.leaveOut(observation.status());
        }
    }

    /** The values by seed of the choice whose mean over one half of the seeds is largest. */
    private static Map<Long, List<Double>> best(
            Map<List<Object>, Map<Long, List<Double>>> choices, Map<Long, Integer> halves, int half) {
        Map<Long, List<Double>> best = Map.of();
        double largest = Double.NEGATIVE_INFINITY;
        for (Map<Long, List<Double>> choice : choices.values()) {
            double mean = choice.entrySet().stream()
                    .filter(entry -> halves.getOrDefault(entry.getKey(), 1 - half) == half)
                    .mapToDouble(entry -> mean(entry.getValue()))
                    .average()
                    .orElse(Double.NEGATIVE_INFINITY);
            if (mean > largest) {
                largest = mean;
                best = choice;
            }
        }
        return best;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
