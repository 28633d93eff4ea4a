package org.neuralredshift.engine.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be run, resolved: every default is filled in. Pure data, readable without any plugin.
 *
 * @param name of the study
 * @param title for people; empty if there is none
 * @param description for people; empty if there is none
 * @param task the id of the task
 * @param seed of the study, first word of every random key
 * @param seeds of the networks of each cell
 * @param parameters every parameter of the task, in the order of its schema, with one value or several; values are Long,
 *     Double, String or Boolean
 * @param metrics labels, as {@code fourier:prototype} or {@code lz78[scan=hilbert]}
 * @param keepSamples of each cell the functions of the first so many seeds are kept
 * @param figures what to draw, passed on to the report; values are String, Long, Double, Boolean, List or Map
 */
public record Study(
        String name,
        String title,
        String description,
        String task,
        long seed,
        List<Long> seeds,
        Map<String, List<Object>> parameters,
        List<String> metrics,
        int keepSamples,
        List<Map<String, Object>> figures) {

    public Study {
        seeds = ConsecutiveSeeds.compact(seeds);
        parameters = copy(parameters);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
    }

    private static Map<String, List<Object>> copy(Map<String, List<Object>> parameters) {
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** The names of the parameters that have more than one value, in order. */
    public List<String> swept() {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The values of a parameter; empty if there is none of that name. */
    public List<Object> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /** The seeds as studies give them: how many if they count from 0 (Long), a range (String), or a list. */
    public Object writtenSeeds() {
        if (!(seeds instanceof ConsecutiveSeeds)) {
            return seeds;
        }
        if (seeds.getFirst() == 0) {
            return (long) seeds.size();
        }
        boolean isRange = seeds.size() > 2 && seeds.size() <= Ranges.MOST;
        return isRange ? "range(" + seeds.getFirst() + ", " + seeds.getLast() + ")" : seeds;
    }

    /** The number of cells: every combination of values. */
    public long cells() {
        return parameters.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** The number of networks: cells times seeds. */
    public long networks() {
        return Math.multiplyExact(cells(), (long) seeds.size());
    }
}
