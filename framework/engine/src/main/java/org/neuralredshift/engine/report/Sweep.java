package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neuralredshift.engine.figure.CellAxis;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.FigureSpec;
import org.neuralredshift.engine.study.Study;

/**
 * The observations of one metric, spread over panels and two axes. Each panel has along its axes the values that its cells
 * have. Swept parameters that no axis shows get panels of their own: nothing is averaged but seeds.
 */
final class Sweep {
    /** A place in a panel. */
    private record Place(Object x, Object y) {}

    /** A panel while it is filled. */
    private record Panel(
            List<Object> values, Set<Object> xs, Set<Object> ys, Map<Place, List<Observation>> observations) {
        Panel(List<Object> values) {
            this(values, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        }

        void add(Object x, Object y, Observation observation) {
            xs.add(x);
            ys.add(y);
            observations
                    .computeIfAbsent(new Place(x, y), place -> new ArrayList<>())
                    .add(observation);
        }
    }

    private static final Object NO_AXIS = "";

    private final FigureSpec spec;
    private final Labels labels;
    private final String fallback;
    private final List<String> panelParameters;
    private final List<Panel> panels;
    private final Map<Study.NullModel, List<Observation>> references = new LinkedHashMap<>();
    private final List<String> titles;
    private final List<CellAxis> xAxes;
    private final List<CellAxis> yAxes;

    Sweep(Study study, FigureSpec spec, Collection<Observation> observations, Labels labels) {
        this.spec = spec;
        this.labels = labels;
        this.fallback = Stream.of(spec.title(), study.title(), study.name())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        this.panelParameters = panelParameters(study, spec);
        NullModels nullModels = new NullModels(study);
        Map<List<Object>, Panel> byValues = new LinkedHashMap<>();
        for (Observation observation : observations) {
            if (!observation.concerns(spec.metric()) && !spec.metrics().isEmpty()) {
                continue;
            }
            Optional<Study.NullModel> nullModel = nullModels.of(observation);
            if (nullModel.isPresent()) {
                references
                        .computeIfAbsent(nullModel.get(), model -> new ArrayList<>())
                        .add(observation);
            } else if (spec.shows(observation.parameters())) {
                byValues.computeIfAbsent(values(panelParameters, observation), Panel::new)
                        .add(x(observation), y(observation), observation);
            }
        }
        this.panels = List.copyOf(byValues.values());
        this.titles = titles();
        this.xAxes = panels.stream()
                .map(panel -> axis(List.of(spec.x()), panel.xs(), false))
                .toList();
        this.yAxes =
                panels.stream().map(panel -> axis(spec.ys(), panel.ys(), true)).toList();
    }

    private CellAxis axis(List<String> parameters, Set<Object> values, boolean upright) {
        String label = parameters.stream().map(labels::of).collect(Collectors.joining(", "));
        List<Object> inOrder = new ArrayList<>(values);
        boolean words = !inOrder.stream().allMatch(Number.class::isInstance);
        // The first of several words stands above the others, as in a list.
        boolean upwards = upright && words && spec.kind() != FigureSpec.Kind.LINES;
        return new CellAxis(label, upwards ? inOrder.reversed() : inOrder);
    }

    private static List<String> panelParameters(Study study, FigureSpec spec) {
        List<String> names = new ArrayList<>(study.swept());
        names.remove(spec.x());
        names.removeAll(spec.ys());
        names.removeAll(spec.panels());
        names.addAll(0, spec.panels());
        return names;
    }

    private static List<Object> values(List<String> parameters, Observation observation) {
        return parameters.stream()
                .map(name -> observation.parameters().getOrDefault(name, NO_AXIS))
                .toList();
    }

    private Object x(Observation observation) {
        return observation.parameters().getOrDefault(spec.x(), NO_AXIS);
    }

    /** A value, or the label of several. */
    private Object y(Observation observation) {
        List<Object> values = values(spec.ys(), observation);
        return switch (values.size()) {
            case 0 -> NO_AXIS;
            case 1 -> values.getFirst();
            default -> labels.composite(spec.ys(), values, spec.ys().size(), spec.names());
        };
    }

    int panelCount() {
        return panels.size();
    }

    /** The axis along the bottom of a panel. */
    CellAxis x(int panel) {
        return xAxes.get(panel);
    }

    /** The axis along the left of a panel, or what its lines differ in. */
    CellAxis y(int panel) {
        return yAxes.get(panel);
    }

    /** All values of y over all panels; numbers ascending, others as they first come. */
    CellAxis ys() {
        return axis(
                spec.ys(),
                panels.stream()
                        .flatMap(panel -> panel.ys().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                true);
    }

    /** What a value of y is called. */
    String yLabel(Object value) {
        return spec.names().getOrDefault(value.toString(), Labels.value(value));
    }

    /** What a panel shows, in words. */
    String title(int panel) {
        return titles.get(panel);
    }

    /** Values that all panels have are no part of their titles, unless the figure asks for them. */
    private List<String> titles() {
        List<String> shown = new ArrayList<>(spec.panels());
        for (int i = shown.size(); i < panelParameters.size(); i++) {
            int at = i;
            if (panels.stream().map(panel -> panel.values().get(at)).distinct().count() > 1) {
                shown.add(panelParameters.get(i));
            }
        }
        List<String> titles = new ArrayList<>();
        for (Panel panel : panels) {
            List<Object> values = shown.stream()
                    .map(parameter -> panel.values().get(panelParameters.indexOf(parameter)))
                    .toList();
            String words = labels.composite(shown, values, spec.panels().size(), spec.names());
            titles.add(words.isEmpty() ? fallback : words);
        }
        return titles;
    }

    /** All observations of a cell, in the order of the rows. */
    List<Observation> observations(int panel, int column, int row) {
        Place place = new Place(x(panel).values().get(column), y(panel).values().get(row));
        return panels.get(panel).observations().getOrDefault(place, List.of());
    }

    /** The ids of a panel's cells, row by row; empty where there is none. */
    List<String> cells(int panel) {
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < y(panel).size(); row++) {
            for (int column = 0; column < x(panel).size(); column++) {
                ids.add(observations(panel, column, row).stream()
                        .findFirst()
                        .map(Observation::cell)
                        .orElse(""));
            }
        }
        return ids;
    }

    HeatMap heatMap(int panel) {
        List<CellResult> cells = new ArrayList<>();
        for (int row = 0; row < y(panel).size(); row++) {
            for (int column = 0; column < x(panel).size(); column++) {
                cells.add(result(observations(panel, column, row)));
            }
        }
        return new HeatMap(title(panel), x(panel), y(panel), cells);
    }

    /** What is known from these observations. */
    static CellResult result(Collection<Observation> observations) {
        double[] values = observations.stream()
                .filter(Observation::isOk)
                .mapToDouble(Observation::value)
                .toArray();
        Map<String, Integer> others = observations.stream()
                .filter(observation -> !observation.isOk())
                .collect(Collectors.toMap(Observation::status, o -> 1, Integer::sum, TreeMap::new));
        return new CellResult(Summary.of(values), others);
    }

    /** The null models that were measured, in the order of their rows. */
    List<String> references() {
        return references.keySet().stream().map(Study.NullModel::name).toList();
    }

    /** What a null model gives for networks of a panel: its cells that have the panel's values. */
    CellResult reference(int panel, String name) {
        return references.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .flatMap(entry ->
                        entry.getValue().stream().filter(observation -> agrees(panel, entry.getKey(), observation)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Sweep::result));
    }

    /** The id of a cell of a null model for networks of a panel; empty if there is none. */
    String referenceCell(int panel, String name) {
        return references.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .flatMap(entry ->
                        entry.getValue().stream().filter(observation -> agrees(panel, entry.getKey(), observation)))
                .findFirst()
                .map(Observation::cell)
                .orElse("");
    }

    private boolean agrees(int panel, Study.NullModel model, Observation observation) {
        for (int i = 0; i < panelParameters.size(); i++) {
            String parameter = panelParameters.get(i);
            Object value = observation.parameters().get(parameter);
            boolean varies =
                    model.parameters().getOrDefault(parameter, List.of()).size() > 1;
            if (varies && !panels.get(panel).values().get(i).equals(value)) {
                return false;
            }
        }
        return true;
    }

    /** The kept functions of a panel, by the id of their cell. */
    Mosaic mosaic(int panel, Function<Observation, Mosaic.@Nullable Picture> functions) {
        List<Optional<Mosaic.Picture>> pictures = new ArrayList<>();
        for (int row = 0; row < y(panel).size(); row++) {
            for (int column = 0; column < x(panel).size(); column++) {
                pictures.add(
                        observations(panel, column, row).stream().findFirst().map(functions));
            }
        }
        return new Mosaic(title(panel), x(panel), y(panel), pictures);
    }
}
