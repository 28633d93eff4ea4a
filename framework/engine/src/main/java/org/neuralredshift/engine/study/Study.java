package org.neuralredshift.engine.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param sweeps each a set of cells: values of parameters that replace those of {@code parameters}. The study has the cells of
 *     all of them, each once; without sweeps those of {@code parameters}
 * @param nullModels what the networks are compared with, in cells of their own
 * @param metrics labels, as {@code fourier:prototype} or {@code lz78[scan=hilbert]}
 * @param keepSamples of each cell the functions of the first so many seeds are kept
 * @param figures what to draw, passed on to the report; values are String, Long, Double, Boolean, List or Map
 * @param claims what the study is to test, passed on to the report; likewise. Values of parameters in it are as in
 *     {@code parameters}
 * @param measured what the task measures beside metrics, and when
 */
public record Study(
        String name,
        String title,
        String description,
        String task,
        long seed,
        List<Long> seeds,
        Map<String, List<Object>> parameters,
        List<Map<String, List<Object>>> sweeps,
        List<NullModel> nullModels,
        List<String> metrics,
        int keepSamples,
        List<Map<String, Object>> figures,
        List<Map<String, Object>> claims,
        Measured measured) {
    /**
     * The cells of a null model: every combination of these values, all other parameters at the task's defaults.
     *
     * @param name for people
     * @param parameters with one value or several
     */
    public record NullModel(String name, Map<String, List<Object>> parameters) {
        public NullModel {
            parameters = copy(parameters);
        }

        private boolean has(Map<String, Object> cell) {
            return CellSpace.matches(parameters, cell);
        }
    }

    public Study {
        seeds = ConsecutiveSeeds.compact(seeds);
        parameters = copy(parameters);
        sweeps = sweeps.stream().map(Study::copy).toList();
        nullModels = List.copyOf(nullModels);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
        claims = List.copyOf(claims);
    }

    /** A study whose task measures metrics alone, once. */
    public Study(
            String name,
            String title,
            String description,
            String task,
            long seed,
            List<Long> seeds,
            Map<String, List<Object>> parameters,
            List<Map<String, List<Object>>> sweeps,
            List<NullModel> nullModels,
            List<String> metrics,
            int keepSamples,
            List<Map<String, Object>> figures,
            List<Map<String, Object>> claims) {
        this(
                name,
                title,
                description,
                task,
                seed,
                seeds,
                parameters,
                sweeps,
                nullModels,
                metrics,
                keepSamples,
                figures,
                claims,
                Measured.ONCE);
    }

    /** A study of one set of cells, without null models and claims. */
    public Study(
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
        this(
                name,
                title,
                description,
                task,
                seed,
                seeds,
                parameters,
                List.of(),
                List.of(),
                metrics,
                keepSamples,
                figures,
                List.of());
    }

    /** The same study with these figures and claims. */
    Study with(List<Map<String, Object>> newFigures, List<Map<String, Object>> newClaims) {
        return new Study(
                name,
                title,
                description,
                task,
                seed,
                seeds,
                parameters,
                sweeps,
                nullModels,
                metrics,
                keepSamples,
                newFigures,
                newClaims,
                measured);
    }

    /** What figures and claims can name, without stages: the metrics, then the quantities of the task. */
    public List<String> measures() {
        return Stream.concat(metrics.stream(), measured.names()).toList();
    }

    private static Map<String, List<Object>> copy(Map<String, List<Object>> parameters) {
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** Every parameter with its values, once for each sweep; the study has every combination within each. */
    public List<Map<String, List<Object>>> cellSets() {
        return space().sets();
    }

    /** The cells of the networks. */
    CellSpace space() {
        return CellSpace.of(parameters, sweeps);
    }

    /** The names of the parameters that have more than one value over all sweeps, in order. */
    public List<String> swept() {
        return parameters.keySet().stream()
                .filter(name -> values(name).size() > 1)
                .toList();
    }

    /**
     * The values of a parameter over all sweeps, in the order in which they first stand there; empty if there is no parameter
     * of that name. Those of null models are not among them.
     */
    public List<Object> values(String parameter) {
        return space().values(parameter);
    }

    /**
     * The null model that a cell belongs to; empty for the networks of the study.
     *
     * @param cell value by parameter, as in a row
     */
    public Optional<NullModel> nullModel(Map<String, Object> cell) {
        if (space().contains(cell)) {
            return Optional.empty();
        }
        return nullModels.stream().filter(model -> model.has(cell)).findFirst();
    }

    /**
     * Whether a cell is one of the networks or of a null model.
     *
     * @param cell value by parameter, as in a row
     */
    public boolean has(Map<String, Object> cell) {
        return space().contains(cell) || nullModels.stream().anyMatch(model -> model.has(cell));
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

    /** The number of cells, each counted once; null models are not counted. */
    public long cells() {
        return space().size();
    }

    /** The number of networks: cells times seeds; null models are not counted. */
    public long networks() {
        return Math.multiplyExact(cells(), (long) seeds.size());
    }

    /**
     * The number of networks with those of null models, each cell counted once: what a run computes.
     *
     * @param defaults of the task's parameters: what null models have unless they say otherwise
     */
    public long networksWithNullModels(Map<String, Object> defaults) {
        List<Map<String, List<Object>>> sets = new ArrayList<>(cellSets());
        for (NullModel model : nullModels) {
            Map<String, List<Object>> set = new LinkedHashMap<>();
            parameters.keySet().forEach(name -> set.put(name, List.of(defaults.getOrDefault(name, ""))));
            set.putAll(model.parameters());
            sets.add(set);
        }
        return Math.multiplyExact(new CellSpace(sets).size(), (long) seeds.size());
    }
}
