package org.neuralredshift.engine.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neuralredshift.engine.store.Observation;

/**
 * A metric at the best of the values of some parameters. Who chooses among many values and judges the choice by the same numbers
 * finds too much: so the seeds, in their order, are dealt into two halves, and what is best in the mean over one half is judged by
 * the seeds of the other. Each seed has the value that it measured where the other half found the best; cells that the choice does
 * not tell apart are averaged, and of equally good values the middle one in their
 * order is taken, for one at the edge of a plateau is good by luck more often. A value at which a choosing seed has no number,
 * because it diverged for instance, is not chosen: the mean would be one of survivors.
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
        Map<Long, Double> from = judged(side(effect.of(), effect.from(), cells), tally);
        Map<Long, Double> to = judged(side(effect.of(), effect.to(), cells), tally);
        from.forEach((seed, value) -> {
            Double other = to.get(seed);
            if (other != null) {
                tally.add(seed, other - value);
            }
        });
        return tally.bySeed();
    }

    /** The cells of one end of an effect: all, if the best of its parameter is sought. */
    private static List<MeasuredCell> side(String parameter, Object value, List<MeasuredCell> cells) {
        return value.equals(Question.BEST) ? cells : having(parameter, value, cells);
    }

    static List<MeasuredCell> having(String parameter, Object value, List<MeasuredCell> cells) {
        return cells.stream().filter(cell -> cell.has(parameter, value)).toList();
    }

    /** What one value of the parameters measured, by seed. */
    private record Choice(Map<Long, List<Observation>> bySeed) {
        /** The mean over these seeds; nothing if one of them has no number here, for then only the lucky ones would count. */
        OptionalDouble mean(Set<Long> seeds) {
            boolean complete = seeds.stream()
                    .map(bySeed::get)
                    .allMatch(found -> found != null && found.stream().allMatch(Observation::isOk));
            return complete
                    ? seeds.stream()
                            .mapToDouble(seed -> of(bySeed.getOrDefault(seed, List.of())))
                            .average()
                    : OptionalDouble.empty();
        }

        static double of(List<Observation> observations) {
            return observations.stream()
                    .mapToDouble(Observation::value)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    private Map<Long, Double> judged(List<MeasuredCell> cells, Sampled.Tally tally) {
        Map<List<Object>, Choice> choices = new LinkedHashMap<>();
        TreeSet<Long> seeds = new TreeSet<>();
        for (MeasuredCell cell : cells) {
            List<Object> choice = over.stream()
                    .map(name -> cell.parameters().getOrDefault(name, ""))
                    .toList();
            Map<Long, List<Observation>> values = choices.computeIfAbsent(choice, c -> new Choice(new HashMap<>()))
                    .bySeed();
            cell.bySeed(metric).forEach((seed, observation) -> {
                seeds.add(seed);
                values.computeIfAbsent(seed, s -> new ArrayList<>()).add(observation);
            });
        }
        List<Set<Long>> halves = List.of(new TreeSet<>(), new TreeSet<>());
        int position = 0;
        for (Long seed : seeds) {
            halves.get(position++ % 2).add(seed);
        }
        Map<Long, Double> judged = new TreeMap<>();
        for (int half = 0; half < 2; half++) {
            Set<Long> judges = halves.get(half);
            best(choices.values(), halves.get(1 - half))
                    .ifPresent(choice -> judges.forEach(
                            seed -> judge(seed, choice.bySeed().getOrDefault(seed, List.of()), judged, tally)));
        }
        return judged;
    }

    private static void judge(Long seed, List<Observation> found, Map<Long, Double> judged, Sampled.Tally tally) {
        List<Observation> measured = found.stream().filter(Observation::isOk).toList();
        found.stream()
                .filter(observation -> !observation.isOk())
                .forEach(observation -> tally.leaveOut(observation.status()));
        if (!measured.isEmpty()) {
            judged.put(seed, Choice.of(measured));
        }
    }

    /** The choice whose mean over the seeds is largest, of several the middle one. */
    private static Optional<Choice> best(Collection<Choice> choices, Set<Long> seeds) {
        List<Choice> best = new ArrayList<>();
        double largest = Double.NEGATIVE_INFINITY;
        for (Choice choice : choices) {
            double mean = choice.mean(seeds).orElse(Double.NaN);
            if (mean > largest) {
                largest = mean;
                best.clear();
            }
            if (mean == largest) {
                best.add(choice);
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get((best.size() - 1) / 2));
    }
}
