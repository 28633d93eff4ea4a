package org.neuralredshift.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neuralredshift.engine.figure.CellAxis;
import org.neuralredshift.engine.figure.CellResult;
import org.neuralredshift.engine.figure.HeatMap;
import org.neuralredshift.engine.figure.Mosaic;
import org.neuralredshift.engine.figure.Numbers;
import org.neuralredshift.engine.statistics.Summary;
import org.neuralredshift.engine.store.Observation;
import org.neuralredshift.engine.study.Study;

/**
 * The observations of one metric, spread over panels and two axes. Swept parameters that no axis shows get panels of
 * their own: nothing is averaged but seeds.
 */
final class Sweep {
    /** A place in a figure. */
    private record Place(List<Object> panel, Object x, Object y) {}

    private static final Object NO_AXIS = "";

    private final Study study;
    private final FigureSpec spec;
    private final List<String> panelParameters;
    private final CellAxis x;
    private final CellAxis y;
    private final List<List<Object>> panels;
    private final Map<Place, List<Observation>> places = new HashMap<>();

    Sweep(Study study, FigureSpec spec, List<Observation> observations, Labels labels) {
        this.study = study;
        this.spec = spec;
        this.panelParameters = panelParameters(study, spec);
        this.x = axis(study, spec.x(), labels);
        this.y = axis(study, spec.y(), labels);
        Map<List<Object>, Boolean> seen = new LinkedHashMap<>();
        for (Observation observation : observations) {
            if (observation.concerns(spec.metric()) || spec.metric().isEmpty()) {
                Place place = place(observation.parameters());
                seen.put(place.panel(), true);
                places.computeIfAbsent(place, p -> new ArrayList<>()).add(observation);
            }
        }
        this.panels = List.copyOf(seen.keySet());
    }

    private static CellAxis axis(Study study, String parameter, Labels labels) {
        return parameter.isEmpty()
                ? new CellAxis("", List.of(NO_AXIS))
                : new CellAxis(labels.of(parameter), study.values(parameter));
    }

    private static List<String> panelParameters(Study study, FigureSpec spec) {
        List<String> names = new ArrayList<>(study.swept());
        names.removeAll(List.of(spec.x(), spec.y(), spec.panel()));
        if (!spec.panel().isEmpty()) {
            names.addFirst(spec.panel());
        }
        return names;
    }

    private Place place(Map<String, Object> parameters) {
        return new Place(
                panelParameters.stream()
                        .map(name -> parameters.getOrDefault(name, ""))
                        .toList(),
                parameters.getOrDefault(spec.x(), NO_AXIS),
                parameters.getOrDefault(spec.y(), NO_AXIS));
    }

    int panelCount() {
        return panels.size();
    }

    CellAxis x() {
        return x;
    }

    CellAxis y() {
        return y;
    }

    /** What a panel shows, in words; the parameter's name is left out where the value speaks for itself. */
    String title(int panel) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < panelParameters.size(); i++) {
            Object value = panels.get(panel).get(i);
            words.add(value instanceof String ? value.toString() : panelParameters.get(i) + " " + Numbers.brief(value));
        }
        return words.isEmpty() ? study.name() : String.join(", ", words);
    }

    /** All observations of a cell, in the order of the rows. */
    List<Observation> observations(int panel, int column, int row) {
        Place place =
                new Place(panels.get(panel), x.values().get(column), y.values().get(row));
        return places.getOrDefault(place, List.of());
    }

    HeatMap heatMap(int panel) {
        List<CellResult> cells = new ArrayList<>();
        for (int row = 0; row < y.size(); row++) {
            for (int column = 0; column < x.size(); column++) {
                cells.add(result(observations(panel, column, row)));
            }
        }
        return new HeatMap(title(panel), x, y, cells);
    }

    private static CellResult result(List<Observation> observations) {
        double[] values = observations.stream()
                .filter(Observation::isOk)
                .mapToDouble(Observation::value)
                .toArray();
        Map<String, Integer> others = observations.stream()
                .filter(observation -> !observation.isOk())
                .collect(Collectors.toMap(Observation::status, o -> 1, Integer::sum, TreeMap::new));
        return new CellResult(Summary.of(values), others);
    }

    /** The kept functions of a panel, by the id of their cell. */
    Mosaic mosaic(int panel, Map<String, Mosaic.Picture> functions) {
        List<Optional<Mosaic.Picture>> pictures = new ArrayList<>();
        for (int row = 0; row < y.size(); row++) {
            for (int column = 0; column < x.size(); column++) {
                pictures.add(observations(panel, column, row).stream()
                        .findFirst()
                        .map(observation -> functions.get(observation.cell())));
            }
        }
        return new Mosaic(title(panel), x, y, pictures);
    }
}
